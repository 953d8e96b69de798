// Memory that a thread keeps from one work to the next.

#ifndef SCRATCH_H
#define SCRATCH_H

#include "CoreKernels.h"
#include <stdlib.h>

enum { SCRATCH_SLOTS = 6, SCRATCH_LINE = 64, SCRATCH_LARGE_PAGE = 2 << 20, SCRATCH_LARGE = 128 << 10 };

/// At least `size` bytes of the calling thread's own, aligned to 64; each slot has its own.
static inline void *scratch(int slot, size_t size) {
  static __thread struct {
    void *memory;
    size_t size;
  } slots[SCRATCH_SLOTS];
  if (slots[slot].size < size) {
    free(slots[slot].memory);
    size_t unit = size < SCRATCH_LARGE ? SCRATCH_LINE : SCRATCH_LARGE_PAGE;
    size = (size + unit - 1) / unit * unit;
    slots[slot].memory = aligned_alloc(unit, size);
    if (slots[slot].memory == NULL) abort();
    ck_use_large_pages(slots[slot].memory, size);
    slots[slot].size = size;
  }
  return slots[slot].memory;
}

#endif
