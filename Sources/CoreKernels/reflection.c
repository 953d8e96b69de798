#include "forms.h"
#include "scratch.h"
#include <string.h>

// How many rows a task takes, and with how few numbers a second thread is not worth waking.
enum { BLOCK_ROWS = 64, LEAST_NUMBERS = 1 << 16 };

typedef struct {
  const loops_double *loops;
  int rows, columns, lead;
  ptrdiff_t stride;
  const double *v, *y, *p;
  double factor;
  double *a, *column, *partial;
} reflection;

static void reflection_task(void *context, int i) {
  const reflection *t = context;
  int begin = i * BLOCK_ROWS, rest = t->rows - begin;
  double *sums = t->partial + (size_t)i * t->columns;
  memset(sums, 0, (size_t)t->columns * sizeof(double));
  t->loops->reflect(
      rest < BLOCK_ROWS ? rest : BLOCK_ROWS, t->columns, t->stride, t->v + begin, t->y, t->p,
      t->factor, t->lead, t->a + begin * t->stride, t->column + begin, i == 0, sums);
}

void ck_reflect_double(
    int rows, int columns, ptrdiff_t stride, const double *v, const double *y, const double *p,
    double factor, int lead, double *a, double *column, double *sums) {
  int blocks = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
  reflection t = {
      .loops = ck_loops_double(), .rows = rows, .columns = columns, .lead = lead,
      .stride = stride, .v = v, .y = y, .p = p, .factor = factor, .a = a, .column = column};
  t.partial = scratch(0, (size_t)blocks * columns * sizeof(double));
  if ((ptrdiff_t)rows * columns < LEAST_NUMBERS) {
    for (int i = 0; i < blocks; i++) reflection_task(&t, i);
  } else {
    ck_parallel(blocks, reflection_task, &t);
  }
  memset(sums, 0, (size_t)columns * sizeof(double));
  for (int i = 0; i < blocks; i++) {
    const double *partial = t.partial + (size_t)i * columns;
    for (int j = 0; j < columns; j++) sums[j] += partial[j];
  }
}
