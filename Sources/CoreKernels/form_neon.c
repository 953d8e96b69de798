#include "forms.h"

#if defined(__aarch64__)
#include <arm_neon.h>

#define TARGET static
#define ZERO_FLOAT() vdupq_n_f32(0)
#define ZERO_DOUBLE() vdupq_n_f64(0)
#define FMA_FLOAT(a, b, c) vfmaq_f32(c, a, b)
#define FMA_DOUBLE(a, b, c) vfmaq_f64(c, a, b)

#define SUFFIX(name) name##_neon_float
#define NUMBER float
#define COLUMNS TILE_FLOATS
#define VECTOR float32x4_t
#define LANES 4
#define LOAD vld1q_f32
#define STORE vst1q_f32
#define BROADCAST vdupq_n_f32
#define FMA FMA_FLOAT
#define ADD vaddq_f32
#define ZERO ZERO_FLOAT
#define ROWS_AT_ONCE 8
#define VECTORS_AT_ONCE 2
#define SUMS_AT_ONCE 16
#define LOOPS_TYPE loops_float
#define LOOPS_NAME ck_neon_float
#include "form.inc"

#define SUFFIX(name) name##_neon_double
#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define VECTOR float64x2_t
#define LANES 2
#define LOAD vld1q_f64
#define STORE vst1q_f64
#define BROADCAST vdupq_n_f64
#define FMA FMA_DOUBLE
#define ADD vaddq_f64
#define ZERO ZERO_DOUBLE
#define ROWS_AT_ONCE 8
#define VECTORS_AT_ONCE 2
#define SUMS_AT_ONCE 16
#define LOOPS_TYPE loops_double
#define LOOPS_NAME ck_neon_double
#define HAS_REFLECTION
#include "form.inc"
#endif
