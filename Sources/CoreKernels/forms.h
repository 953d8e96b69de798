// The innermost loops, in each form: a tile of sums of products, up to 3 lines of them, and what carries
// numbers to and from them.
//
// A panel holds a tile's worth of columns. It is cut into strips as wide as what a form holds in registers at
// a time (`panel_columns`), one after the other, each with its rows in sequence: then a strip of 256 rows
// lies close together in the first cache.

#ifndef FORMS_H
#define FORMS_H

#include "CoreKernels.h"
#include <math.h>

enum { TILE_ROWS = 24, TILE_FLOATS = 32, TILE_DOUBLES = 16, BLOCK_DEPTH = 256 };

// The most lines at a time, and how many tiles' columns they are long.
enum { FEW_ROWS = 3, LINE_TILES = 8 };

#define LOOPS(NUMBER)                                                                             \
  int panel_columns;                                                                              \
  /* out[r · stride + j] (+)= Σ a[r][left[p]] · b[right[p] + j] over `count` p, one chain of */   \
  /* fused multiply-adds from zero. Without `left` or `right` the numbers lie in sequence.   */   \
  /* The strips of b are `between` apart; whole ones are read and written.                   */   \
  void (*tile)(                                                                                   \
      int rows, int columns, int count, const NUMBER *const *a, const int32_t *left,              \
      const NUMBER *b, const int32_t *right, ptrdiff_t between, NUMBER *out, ptrdiff_t stride,    \
      int adds);                                                                                  \
  /* line r[j] = Σ a[r][p] · b[offsets[p] + j], one such chain, for LINE_TILES tiles' worth */   \
  /* of j in each of up to FEW_ROWS lines.                                                   */   \
  void (*lines)(                                                                                  \
      int rows, int count, const NUMBER *const *a, const NUMBER *b, const int32_t *offsets,       \
      NUMBER *lines);                                                                             \
  /* out[j · stride + r] (+)= tile[r · pitch + j], then + bias[j] where there is one.         */   \
  void (*turn)(                                                                                   \
      int rows, int columns, const NUMBER *tile, ptrdiff_t pitch, NUMBER *out, ptrdiff_t stride,  \
      int adds, const NUMBER *bias);                                                                      \
  /* panel[p][j] = from[p · stride + j], zero beyond the columns of the last strip.          */   \
  void (*pack)(int depth, int columns, const NUMBER *from, ptrdiff_t stride, NUMBER *panel);      \
  /* panel[p][j] = from[j · stride + p], zero beyond the columns of the last strip.          */   \
  void (*pack_turned)(                                                                            \
      int depth, int columns, const NUMBER *from, ptrdiff_t stride, NUMBER *panel);               \
  /* out[i] (+)= sums[i], then + the bias where there is one.                                */   \
  void (*store_line)(                                                                             \
      int count, const NUMBER *sums, NUMBER *out, int adds, const NUMBER *bias);                  \
  /* y = x where it is positive or NaN, else 0; dx = g where x is positive, else 0.          */   \
  void (*relu)(size_t count, const NUMBER *x, NUMBER *y);                                         \
  void (*relu_gradient)(size_t count, const NUMBER *x, const NUMBER *g, NUMBER *dx);              \
  /* The maxima of one line of windows of 2 × 2 that touch, and their places.                */   \
  void (*halve)(                                                                                  \
      int count, int32_t start, int32_t columns, const NUMBER *upper, const NUMBER *lower,        \
      NUMBER *y, int32_t *places);                                                                \
  /* For windows j: best[j] = x[j · step], and its place, where that is larger or the first  */   \
  /* NaN; sums[j] += x[j · step]; x[j · step] += parts[j].                                   */   \
  void (*take_larger)(                                                                            \
      int count, int step, const NUMBER *x, int32_t place, NUMBER *best, int32_t *places);        \
  void (*add_line)(int count, int step, const NUMBER *x, NUMBER *sums);                           \
  void (*add_to_windows)(int count, int step, const NUMBER *parts, NUMBER *x);                    \
  /* The steps of the rules, by ck_rule.                                                     */   \
  void (*steps[CK_RULES])(                                                                        \
      size_t count, const ck_step *step, const NUMBER *g, NUMBER *m, NUMBER *v, NUMBER *p);       \
  /* y[i] = the pairwise sum of line i; of column i, whose numbers are `stride` apart.       */   \
  void (*sum_lines)(size_t lines, size_t count, const NUMBER *x, NUMBER *y);                      \
  void (*sum_columns)(                                                                            \
      size_t columns, size_t count, size_t stride, const NUMBER *x, NUMBER *y);                   \
  /* x = x / 2 + 1 from zero, `length` times, for `chains_at_once` numbers.                  */   \
  void (*chains)(long length, NUMBER *ends);                                                      \
  int chains_at_once;

typedef struct {
  LOOPS(float)
} loops_float;
typedef struct {
  LOOPS(double)
  /// Some rows of ck_reflect_double, with their sums added to `sums`, but for the first `skipped` ones.
  void (*reflect)(
      int rows, int columns, ptrdiff_t stride, const double *v, const double *y, const double *p,
      double factor, int lead, double *a, double *column, int skipped, double *sums);
} loops_double;

extern const loops_float ck_portable_float, ck_avx2_float, ck_avx512_float, ck_neon_float;
extern const loops_double ck_portable_double, ck_avx2_double, ck_avx512_double, ck_neon_double;

/// The loops in the form in use.
const loops_float *ck_loops_float(void);
const loops_double *ck_loops_double(void);

#endif
