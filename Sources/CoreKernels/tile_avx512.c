#include "forms.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f")))

#define NAME ck_tile_float_avx512
#define LINE ck_line_float_avx512
#define NUMBER float
#define COLUMNS TILE_FLOATS
#define VECTOR __m512
#define LANES 16
#define LOAD _mm512_loadu_ps
#define STORE _mm512_storeu_ps
#define BROADCAST _mm512_set1_ps
#define FMA _mm512_fmadd_ps
#define ZERO _mm512_setzero_ps
#define ROWS_AT_ONCE 8
#define VECTORS_AT_ONCE 2
#include "tile.inc"

#define NAME ck_tile_double_avx512
#define LINE ck_line_double_avx512
#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define VECTOR __m512d
#define LANES 8
#define LOAD _mm512_loadu_pd
#define STORE _mm512_storeu_pd
#define BROADCAST _mm512_set1_pd
#define FMA _mm512_fmadd_pd
#define ZERO _mm512_setzero_pd
#define ROWS_AT_ONCE 8
#define VECTORS_AT_ONCE 2
#include "tile.inc"
#endif
