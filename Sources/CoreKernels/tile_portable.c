#include "forms.h"
#include <math.h>

// `fma` is exact with or without an instruction for it.
#define TARGET
#define SAME(x) (x)
#define READ(place) (*(place))
#define WRITE(place, value) (*(place) = (value))
#define NOTHING() 0

#define NAME ck_tile_float_portable
#define LINE ck_line_float_portable
#define NUMBER float
#define COLUMNS TILE_FLOATS
#define VECTOR float
#define LANES 1
#define LOAD READ
#define STORE WRITE
#define BROADCAST SAME
#define FMA fmaf
#define ZERO NOTHING
#define ROWS_AT_ONCE 2
#define VECTORS_AT_ONCE 4
#include "tile.inc"

#define NAME ck_tile_double_portable
#define LINE ck_line_double_portable
#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define VECTOR double
#define LANES 1
#define LOAD READ
#define STORE WRITE
#define BROADCAST SAME
#define FMA fma
#define ZERO NOTHING
#define ROWS_AT_ONCE 2
#define VECTORS_AT_ONCE 4
#include "tile.inc"
