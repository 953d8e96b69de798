#include "forms.h"

// Tasks of a thread, for a thread that begins late still to have its share.
enum { TASKS = 32 };

typedef struct {
  const loops_float *floats;
  const loops_double *doubles;
  long length;
} peak;

static void float_task(void *context, int i) {
  const peak *t = context;
  float ends[TILE_ROWS * TILE_FLOATS];
  t->floats->chains(t->length, ends);
  (void)i;
}

static void double_task(void *context, int i) {
  const peak *t = context;
  double ends[TILE_ROWS * TILE_DOUBLES];
  t->doubles->chains(t->length, ends);
  (void)i;
}

double ck_peak_float(long length) {
  peak t = {.floats = ck_loops_float(), .length = length};
  int tasks = TASKS * ck_current_threads();
  ck_parallel(tasks, float_task, &t);
  return 2.0 * tasks * length * t.floats->chains_at_once;
}

double ck_peak_double(long length) {
  peak t = {.doubles = ck_loops_double(), .length = length};
  int tasks = TASKS * ck_current_threads();
  ck_parallel(tasks, double_task, &t);
  return 2.0 * tasks * length * t.doubles->chains_at_once;
}
