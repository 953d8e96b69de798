#include "forms.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET static __attribute__((target("avx2,fma")))

#define SUFFIX(name) name##_avx2_float
#define NUMBER float
#define COLUMNS TILE_FLOATS
#define VECTOR __m256
#define LANES 8
#define LOAD _mm256_loadu_ps
#define STORE _mm256_storeu_ps
#define BROADCAST _mm256_set1_ps
#define FMA _mm256_fmadd_ps
#define ADD _mm256_add_ps
#define ZERO _mm256_setzero_ps
#define ROWS_AT_ONCE 6
#define VECTORS_AT_ONCE 2
#define SUMS_AT_ONCE 8
#define LOOPS_TYPE loops_float
#define LOOPS_NAME ck_avx2_float
#include "form.inc"

#define SUFFIX(name) name##_avx2_double
#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define VECTOR __m256d
#define LANES 4
#define LOAD _mm256_loadu_pd
#define STORE _mm256_storeu_pd
#define BROADCAST _mm256_set1_pd
#define FMA _mm256_fmadd_pd
#define ADD _mm256_add_pd
#define ZERO _mm256_setzero_pd
#define ROWS_AT_ONCE 6
#define VECTORS_AT_ONCE 2
#define SUMS_AT_ONCE 8
#define LOOPS_TYPE loops_double
#define LOOPS_NAME ck_avx2_double
#define HAS_REFLECTION
#include "form.inc"
#endif
