// Prints a digest of what every loop computes over random shapes, a line for each form that the processor
// has and for one and for three threads; all lines have to be the same.

#include "CoreKernels.h"
#include <stdio.h>
#include <stdlib.h>

static uint64_t state, digest;

static uint32_t bits(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (uint32_t)(state >> 32);
}

static double uniform(void) { return (int32_t)bits() / 2147483648.0; }

static int from(int low, int count) { return low + (int)(bits() % (uint32_t)count); }

static void take(const void *memory, size_t size) {
  const unsigned char *bytes = memory;
  for (size_t i = 0; i < size; i++) digest = (digest ^ bytes[i]) * 1099511628211u;
}

#define NUMBER float
#define SUFFIX(name) name##_float
#include "form-digests.inc"
#undef NUMBER
#undef SUFFIX

#define NUMBER double
#define SUFFIX(name) name##_double
#include "form-digests.inc"

static void reflections(void) {
  for (int trial = 0; trial < 10; trial++) {
    int rows = from(1, 200), columns = 8 * from(1, 12);
    double *v = numbers_double(rows), *y = numbers_double(columns), *p = numbers_double(columns);
    double *a = numbers_double((size_t)rows * columns), *column = numbers_double(rows);
    double *sums = numbers_double(columns);
    ck_reflect_double(rows, columns, columns, v, y, p, 0.5, from(0, columns), a, column, sums);
    take(a, (size_t)rows * columns * sizeof(double));
    take(column, rows * sizeof(double));
    if (rows > 1) take(sums, columns * sizeof(double));
  }
}

int main(void) {
  const char *names[] = {"portable", "avx2", "avx512", "neon"};
  for (int form = CK_PORTABLE; form <= CK_NEON; form++) {
    if (!ck_has_form(form)) continue;
    ck_use_form(form);
    for (int threads = 1; threads <= 3; threads += 2) {
      ck_use_threads(threads);
      state = 88172645463325252u;
      digest = 14695981039346656037u;
      all_float();
      all_double();
      reflections();
      printf("%s %d %016llx\n", names[form], threads, (unsigned long long)digest);
    }
  }
}
