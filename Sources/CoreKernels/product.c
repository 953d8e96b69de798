#include "forms.h"
#include "scratch.h"
#include <math.h>
#include <string.h>

// The most bytes that a row of the columns has that a task packs at a time: with 256 rows 256 kB, so that they
// stay in a processor's own cache, of which some have but 512 kB.
enum { BLOCK_ROW_BYTES = 1024 };

// A copied row of the left factor; the rows begin on different lines of the cache.
enum { PACKED_ROW = BLOCK_DEPTH + 16 };

// Products with fewer multiplications are done one by one, with fewer than the second by one thread.
enum { FEW_PRODUCTS = 4096, LEAST_PRODUCTS = 200000 };

// Rows that are used by no more tiles are not worth copying.
enum { FEW_USES = 2 };

#define NUMBER float
#define COLUMNS TILE_FLOATS
#define FMA fmaf
#define SUFFIX(name) name##_float
#include "product.inc"
#undef NUMBER
#undef COLUMNS
#undef FMA
#undef SUFFIX

#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define FMA fma
#define SUFFIX(name) name##_double
#include "product.inc"
