#include "forms.h"

// What a task takes of the numbers, and of how many it is worth waking a thread.
enum { CHUNK = 1 << 15, LEAST_CHUNKS = 3 };

static void in_chunks(size_t count, void (*task)(void *, int), void *work) {
  int chunks = (int)((count + CHUNK - 1) / CHUNK);
  if (chunks < LEAST_CHUNKS) {
    for (int i = 0; i < chunks; i++) task(work, i);
  } else {
    ck_parallel(chunks, task, work);
  }
}

static size_t chunk_size(size_t count, size_t start) {
  return count - start < CHUNK ? count - start : CHUNK;
}

#define NUMBER float
#define SUFFIX(name) name##_float
#include "chunks.inc"
#undef NUMBER
#undef SUFFIX

#define NUMBER double
#define SUFFIX(name) name##_double
#include "chunks.inc"
