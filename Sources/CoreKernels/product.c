#include "forms.h"
#include "scratch.h"
#include <math.h>
#include <string.h>

enum { BLOCK_DEPTH = 256, BLOCK_COLUMNS = 384, LINE = 16 };

#define NUMBER float
#define COLUMNS TILE_FLOATS
#define TILE_FORM tile_float
#define FMA fmaf
#define SUFFIX(name) name##_float
#include "product.inc"
#undef NUMBER
#undef COLUMNS
#undef TILE_FORM
#undef FMA
#undef SUFFIX

#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define TILE_FORM tile_double
#define FMA fma
#define SUFFIX(name) name##_double

#include "product.inc"
