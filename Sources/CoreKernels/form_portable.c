#include "forms.h"
#include <math.h>

// `fma` is exact with or without an instruction for it.
#define TARGET static
#define SAME(x) (x)
#define READ(place) (*(place))
#define WRITE(place, value) (*(place) = (value))
#define NOTHING() 0
#define SUM(a, b) ((a) + (b))

#define SUFFIX(name) name##_portable_float
#define NUMBER float
#define COLUMNS TILE_FLOATS
#define VECTOR float
#define LANES 1
#define LOAD READ
#define STORE WRITE
#define BROADCAST SAME
#define FMA fmaf
#define ADD SUM
#define ZERO NOTHING
#define ROWS_AT_ONCE 2
#define VECTORS_AT_ONCE 4
#define SUMS_AT_ONCE 8
#define LOOPS_TYPE loops_float
#define LOOPS_NAME ck_portable_float
#include "form.inc"

#define SUFFIX(name) name##_portable_double
#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define VECTOR double
#define LANES 1
#define LOAD READ
#define STORE WRITE
#define BROADCAST SAME
#define FMA fma
#define ADD SUM
#define ZERO NOTHING
#define ROWS_AT_ONCE 2
#define VECTORS_AT_ONCE 4
#define SUMS_AT_ONCE 8
#define LOOPS_TYPE loops_double
#define LOOPS_NAME ck_portable_double
#define HAS_REFLECTION
#include "form.inc"
