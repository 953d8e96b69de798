#include "forms.h"
#include <string.h>

// Works with fewer numbers than this are not worth waking a thread for.
static const size_t LEAST_NUMBERS = 50000;

static void for_each_plane(const ck_pooling *z, void (*task)(void *, int), void *context) {
  if ((size_t)z->planes * z->rows * z->columns < LEAST_NUMBERS) {
    for (int i = 0; i < z->planes; i++) task(context, i);
  } else {
    ck_parallel(z->planes, task, context);
  }
}

/// The part of a window along one axis that is on the plane.
typedef struct {
  int first, end;
} span;

static span span_of(int window, int size, int stride, int before, int length) {
  int first = window * stride - before, end = first + size;
  return (span){first < 0 ? 0 : first, end > length ? length : end};
}

static span rows_of(const ck_pooling *z, int i) {
  return span_of(i, z->window_rows, z->row_stride, z->top, z->rows);
}

static span columns_of(const ck_pooling *z, int j) {
  return span_of(j, z->window_columns, z->column_stride, z->left, z->columns);
}

/// The windows of a line that are wholly between the left and the right edge.
static span inner_windows(const ck_pooling *z) {
  int first = (z->left + z->column_stride - 1) / z->column_stride;
  int room = z->columns - z->window_columns + z->left;
  int end = room < 0 ? 0 : room / z->column_stride + 1;
  if (end > z->output_columns) end = z->output_columns;
  return (span){first < end ? first : end, end};
}

/// How many elements the mean of a window is over. What a rounded-up last window has beyond the padding
/// never counts.
static int mean_count(const ck_pooling *z, int counts_padding, int i, int j) {
  span rows = rows_of(z, i), columns = columns_of(z, j);
  if (!counts_padding) return (rows.end - rows.first) * (columns.end - columns.first);
  int high = z->rows + z->top + z->bottom - i * z->row_stride;
  int wide = z->columns + z->left + z->right - j * z->column_stride;
  return (high < z->window_rows ? high : z->window_rows) *
         (wide < z->window_columns ? wide : z->window_columns);
}

#define NUMBER float
#define SUFFIX(name) name##_float
#include "pooling.inc"
#include "mean_pooling.inc"
#undef NUMBER
#undef SUFFIX

#define NUMBER double
#define SUFFIX(name) name##_double
#include "pooling.inc"
#include "mean_pooling.inc"
