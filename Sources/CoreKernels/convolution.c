#include "forms.h"
#include "scratch.h"
#include <string.h>

enum { BLOCK_DEPTH = 256 };

// Up to so many filters are taken one by one, a line at a time, since most rows of a tile would be empty.
enum { FEW_FILTERS = 3 };

// A sheet of about so many bytes stays in a processor's own cache.
enum { SHEET_BYTES = 512 << 10 };

// Works with fewer products than this are not worth waking a thread for.
static const double LEAST_PRODUCTS = 200000;

static void for_each_sample(
    const ck_convolution *z, int count, void (*task)(void *, int), void *context) {
  double products = (double)z->samples * z->filters * z->output_rows * z->output_columns *
                    z->channels * z->kernel_rows * z->kernel_columns;
  if (products < LEAST_PRODUCTS) {
    for (int i = 0; i < count; i++) task(context, i);
  } else {
    ck_parallel(count, task, context);
  }
}

#define NUMBER float
#define COLUMNS TILE_FLOATS
#define TILE_FORM tile_float
#define LINE_FORM line_float
#define SUFFIX(name) name##_float
#define for_each_float for_each_sample
#include "convolution.inc"
#undef NUMBER
#undef COLUMNS
#undef TILE_FORM
#undef LINE_FORM
#undef SUFFIX

#define NUMBER double
#define COLUMNS TILE_DOUBLES
#define TILE_FORM tile_double
#define LINE_FORM line_double
#define SUFFIX(name) name##_double
#define for_each_double for_each_sample
#include "convolution.inc"
