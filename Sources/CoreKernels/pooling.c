#include "CoreKernels.h"
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
#define TARGET 
#define SUFFIX(name) portable_##name##_float
#include "halving.inc"
#undef TARGET
#undef SUFFIX
#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2")))
#define SUFFIX(name) avx2_##name##_float
#include "halving.inc"
#undef TARGET
#undef SUFFIX
#define TARGET __attribute__((target("avx512f"), min_vector_width(512)))
#define SUFFIX(name) avx512_##name##_float
#include "halving.inc"
#undef TARGET
#undef SUFFIX
#endif
#undef NUMBER

#define NUMBER double
#define TARGET 
#define SUFFIX(name) portable_##name##_double
#include "halving.inc"
#undef TARGET
#undef SUFFIX
#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2")))
#define SUFFIX(name) avx2_##name##_double
#include "halving.inc"
#undef TARGET
#undef SUFFIX
#define TARGET __attribute__((target("avx512f"), min_vector_width(512)))
#define SUFFIX(name) avx512_##name##_double
#include "halving.inc"
#undef TARGET
#undef SUFFIX
#endif
#undef NUMBER

// Calls a loop in the form in use.
#if defined(__x86_64__)
#define IN_FORM(name, ...)                             \
  switch (form) {                                      \
    case CK_AVX512: avx512_##name(__VA_ARGS__); break; \
    case CK_AVX2: avx2_##name(__VA_ARGS__); break;     \
    default: portable_##name(__VA_ARGS__);             \
  }
#else
#define IN_FORM(name, ...) portable_##name(__VA_ARGS__);
#endif

#define NUMBER float
#define SUFFIX(name) name##_float
#define HALVE(...) IN_FORM(halve_float, __VA_ARGS__)
#include "pooling.inc"
#undef NUMBER
#undef SUFFIX
#undef HALVE

#define NUMBER double
#define SUFFIX(name) name##_double
#define HALVE(...) IN_FORM(halve_double, __VA_ARGS__)
#include "pooling.inc"
