// The innermost loop: a tile of 8 rows and 2 vectors' worth of columns, in each form.

#ifndef FORMS_H
#define FORMS_H

#include "CoreKernels.h"

enum { TILE_ROWS = 8, TILE_FLOATS = 32, TILE_DOUBLES = 16 };

/// tile[r][j] = Σ a[r][p] · b[offsets[p] + j] over `count` p, one chain of fused multiply-adds from zero.
typedef void (*tile_float)(
    int count, const float *const a[TILE_ROWS], const float *b, const int32_t *offsets,
    float tile[TILE_ROWS][TILE_FLOATS]);
typedef void (*tile_double)(
    int count, const double *const a[TILE_ROWS], const double *b, const int32_t *offsets,
    double tile[TILE_ROWS][TILE_DOUBLES]);

/// The tile in the form in use.
tile_float ck_tile_float(void);
tile_double ck_tile_double(void);

#define DECLARE_FORM(form)                                                              \
  void ck_tile_float_##form(                                                            \
      int count, const float *const a[TILE_ROWS], const float *b, const int32_t *offsets, \
      float tile[TILE_ROWS][TILE_FLOATS]);                                              \
  void ck_tile_double_##form(                                                           \
      int count, const double *const a[TILE_ROWS], const double *b, const int32_t *offsets, \
      double tile[TILE_ROWS][TILE_DOUBLES]);

DECLARE_FORM(portable)
DECLARE_FORM(avx2)
DECLARE_FORM(avx512)
DECLARE_FORM(neon)

#endif
