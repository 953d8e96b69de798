#include "forms.h"
#include <string.h>

// Works with fewer numbers than this are not worth waking a thread for.
static const size_t LEAST_NUMBERS = 50000;

static void for_each_plane(const ck_pooling *z, void (*task)(void *, int), void *context) {
  if ((size_t)z->planes * z->rows * z->columns < LEAST_NUMBERS) {
    for (int i = 0; i < z->planes; i++) task(context, i);
  } else {
    ck_parallel(z->planes, task, context);
  }
}

#define NUMBER float
#define SUFFIX(name) name##_float
#include "pooling.inc"
#undef NUMBER
#undef SUFFIX

#define NUMBER double
#define SUFFIX(name) name##_double
#include "pooling.inc"
