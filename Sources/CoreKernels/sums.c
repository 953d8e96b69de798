#include "forms.h"

// About how many numbers a task adds.
enum { SUM_CHUNK = 1 << 15 };

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

static void in_tasks(size_t numbers, int count, void (*task)(void *, int), void *work) {
  if (numbers < 3 * SUM_CHUNK) {
    for (int i = 0; i < count; i++) task(work, i);
  } else {
    ck_parallel(count, task, work);
  }
}

#define NUMBER float
#define SUFFIX(name) name##_float
#include "axis_sums.inc"
#undef NUMBER
#undef SUFFIX

#define NUMBER double
#define SUFFIX(name) name##_double
#include "axis_sums.inc"
