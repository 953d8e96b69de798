// Memory that a thread keeps from one work to the next.

#ifndef SCRATCH_H
#define SCRATCH_H

#include <stdlib.h>

enum { SCRATCH_SLOTS = 6 };

/// At least `size` bytes of the calling thread's own, aligned to 64; each slot has its own.
static inline void *scratch(int slot, size_t size) {
  static __thread struct {
    void *memory;
    size_t size;
  } slots[SCRATCH_SLOTS];
  if (slots[slot].size < size) {
    free(slots[slot].memory);
    size = (size + 4095) / 4096 * 4096;
    slots[slot].memory = aligned_alloc(64, size);
    if (slots[slot].memory == NULL) abort();
    slots[slot].size = size;
  }
  return slots[slot].memory;
}

#endif
