#include "forms.h"
#include "scratch.h"
#include <string.h>

// A sheet of about so many bytes stays in a processor's own cache.
enum { SHEET_BYTES = 512 << 10 };

// The gradient for the weight takes as many images at a time as about so many bytes hold: few enough to be
// still at hand when they are read.
enum { GROUP_BYTES = 1 << 20 };

// Works with fewer products than this are not worth waking a thread for.
static const double LEAST_PRODUCTS = 200000;

static void for_each(
    const ck_convolution *z, int count, void (*task)(void *, int), void *context) {
  double products = (double)z->samples * z->filters * z->output_rows * z->output_columns *
                    z->channels * z->kernel_rows * z->kernel_columns;
  if (products < LEAST_PRODUCTS) {
    for (int i = 0; i < count; i++) task(context, i);
  } else {
    ck_parallel(count, task, context);
  }
}

// Lines of images are often too short for a call of `memcpy` to be worth it.
static inline void copy_bytes(char *restrict to, const char *restrict from, size_t count) {
  if (count < 16 || count > 256) {
    memcpy(to, from, count);
    return;
  }
  for (size_t i = 0; i + 16 < count; i += 16) memcpy(to + i, from + i, 16);
  memcpy(to + count - 16, from + count - 16, 16);
}

#define NUMBER float
#define COLUMNS TILE_FLOATS
#define SUFFIX(name) name##_float
#include "sheet.inc"
#include "convolution.inc"
#include "gradients.inc"
#undef NUMBER
#undef COLUMNS
#undef SUFFIX

#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define SUFFIX(name) name##_double
#include "sheet.inc"
#include "convolution.inc"
#include "gradients.inc"
