// The innermost loops, in each form: a tile of 8 rows and 2 vectors' worth of columns, and a line as long
// as all rows of a tile.

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

/// line[j] = Σ a[p] · b[offsets[p] + j] over `count` p, one chain of fused multiply-adds from zero, for
/// TILE_ROWS tiles' worth of j.
typedef void (*line_float)(
    int count, const float *a, const float *b, const int32_t *offsets, float *line);
typedef void (*line_double)(
    int count, const double *a, const double *b, const int32_t *offsets, double *line);

/// The loops in the form in use.
tile_float ck_tile_float(void);
tile_double ck_tile_double(void);
line_float ck_line_float(void);
line_double ck_line_double(void);

#define DECLARE_FORM(form)                                                              \
  void ck_tile_float_##form(                                                            \
      int count, const float *const a[TILE_ROWS], const float *b, const int32_t *offsets, \
      float tile[TILE_ROWS][TILE_FLOATS]);                                              \
  void ck_tile_double_##form(                                                           \
      int count, const double *const a[TILE_ROWS], const double *b, const int32_t *offsets, \
      double tile[TILE_ROWS][TILE_DOUBLES]);                                            \
  void ck_line_float_##form(                                                            \
      int count, const float *a, const float *b, const int32_t *offsets, float *line);  \
  void ck_line_double_##form(                                                           \
      int count, const double *a, const double *b, const int32_t *offsets, double *line);

DECLARE_FORM(portable)
DECLARE_FORM(avx2)
DECLARE_FORM(avx512)
DECLARE_FORM(neon)

#endif
