#include "CoreKernels.h"
#include <stdlib.h>
#include <string.h>

typedef struct {
  int rows, columns;
  ptrdiff_t stride;
  const double *v, *y, *p;
  double factor;
  double *a, *partial;
} reflection;

#define TARGET
#define SUFFIX(name) portable_##name
#include "reflection.inc"
#undef TARGET
#undef SUFFIX
#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2")))
#define SUFFIX(name) avx2_##name
#include "reflection.inc"
#undef TARGET
#undef SUFFIX
#define TARGET __attribute__((target("avx512f"), min_vector_width(512)))
#define SUFFIX(name) avx512_##name
#include "reflection.inc"
#undef TARGET
#undef SUFFIX
#endif

enum { BLOCK = 64, LEAST_WORK = 1 << 14 };

static void task(void *context, int i) {
  const reflection *w = context;
  int begin = i * BLOCK, end = begin + BLOCK < w->rows ? begin + BLOCK : w->rows;
  double *sums = w->partial + (size_t)i * (size_t)w->columns;
  memset(sums, 0, (size_t)w->columns * sizeof(double));
  switch (ck_current_form()) {
#if defined(__x86_64__)
    case CK_AVX512: avx512_reflect(w, begin, end, sums); break;
    case CK_AVX2: avx2_reflect(w, begin, end, sums); break;
#endif
    default: portable_reflect(w, begin, end, sums);
  }
}

int ck_reflect_double(
    int rows, int columns, ptrdiff_t stride, const double *v, const double *y, const double *p,
    double factor, double *a, double *sums) {
  int blocks = (rows + BLOCK - 1) / BLOCK;
  double *partial = malloc((size_t)blocks * (size_t)columns * sizeof(double) + 1);
  if (partial == NULL) return 0;
  reflection work = {rows, columns, stride, v, y, p, factor, a, partial};
  if ((ptrdiff_t)rows * columns < LEAST_WORK) {
    for (int i = 0; i < blocks; i++) task(&work, i);
  } else {
    ck_parallel(blocks, task, &work);
  }
  memset(sums, 0, (size_t)columns * sizeof(double));
  for (int i = 0; i < blocks; i++) {
    for (int j = 0; j < columns; j++) sums[j] += partial[(size_t)i * (size_t)columns + (size_t)j];
  }
  free(partial);
  return 1;
}
