#include "forms.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET static __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw"), min_vector_width(512)))

#define SUFFIX(name) name##_avx512_float
#define NUMBER float
#define COLUMNS TILE_FLOATS
#define VECTOR __m512
#define LANES 16
#define LOAD _mm512_loadu_ps
#define STORE _mm512_storeu_ps
#define BROADCAST _mm512_set1_ps
#define FMA _mm512_fmadd_ps
#define ADD _mm512_add_ps
#define ZERO _mm512_setzero_ps
#define ROWS_AT_ONCE 12
#define VECTORS_AT_ONCE 2
#define SUMS_AT_ONCE 16
#define LOOPS_TYPE loops_float
#define LOOPS_NAME ck_avx512_float
#include "form.inc"

#define SUFFIX(name) name##_avx512_double
#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define VECTOR __m512d
#define LANES 8
#define LOAD _mm512_loadu_pd
#define STORE _mm512_storeu_pd
#define BROADCAST _mm512_set1_pd
#define FMA _mm512_fmadd_pd
#define ADD _mm512_add_pd
#define ZERO _mm512_setzero_pd
#define ROWS_AT_ONCE 12
#define VECTORS_AT_ONCE 2
#define SUMS_AT_ONCE 16
#define LOOPS_TYPE loops_double
#define LOOPS_NAME ck_avx512_double
#define HAS_REFLECTION
#include "form.inc"
#endif
