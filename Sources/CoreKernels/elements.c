#include "CoreKernels.h"
#include <math.h>

#define NUMBER float
#define SQUARE_ROOT sqrtf

#define TARGET 
#define SUFFIX(name) portable_##name##_float
#include "elements.inc"
#undef TARGET
#undef SUFFIX
#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2")))
#define SUFFIX(name) avx2_##name##_float
#include "elements.inc"
#undef TARGET
#undef SUFFIX
#define TARGET __attribute__((target("avx512f"), min_vector_width(512)))
#define SUFFIX(name) avx512_##name##_float
#include "elements.inc"
#undef TARGET
#undef SUFFIX
#endif

#undef NUMBER
#undef SQUARE_ROOT

#define NUMBER double
#define SQUARE_ROOT sqrt

#define TARGET 
#define SUFFIX(name) portable_##name##_double
#include "elements.inc"
#undef TARGET
#undef SUFFIX
#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2")))
#define SUFFIX(name) avx2_##name##_double
#include "elements.inc"
#undef TARGET
#undef SUFFIX
#define TARGET __attribute__((target("avx512f"), min_vector_width(512)))
#define SUFFIX(name) avx512_##name##_double
#include "elements.inc"
#undef TARGET
#undef SUFFIX
#endif

#undef NUMBER
#undef SQUARE_ROOT

// Calls a loop in the form in use.
#if defined(__x86_64__)
#define IN_FORM(name, ...)                                   \
  switch (ck_current_form()) {                               \
    case CK_AVX512: avx512_##name(__VA_ARGS__); break;       \
    case CK_AVX2: avx2_##name(__VA_ARGS__); break;           \
    default: portable_##name(__VA_ARGS__);                   \
  }
#else
#define IN_FORM(name, ...) portable_##name(__VA_ARGS__)
#endif

enum { CHUNK = 1 << 15 };

typedef struct {
  size_t count;
  const void *a, *b;
  void *c, *d, *e;
  const ck_adam *step;
} elements;

static void in_chunks(elements *work, void (*task)(void *, int)) {
  int chunks = (int)((work->count + CHUNK - 1) / CHUNK);
  if (chunks < 3) {
    for (int i = 0; i < chunks; i++) task(work, i);
  } else {
    ck_parallel(chunks, task, work);
  }
}

static size_t chunk_size(const elements *work, size_t start) {
  return work->count - start < CHUNK ? work->count - start : CHUNK;
}

#define FUNCTIONS(NUMBER)                                                                      \
  static void relu_task_##NUMBER(void *context, int i) {                                       \
    const elements *w = context;                                                               \
    size_t start = (size_t)i * CHUNK, n = chunk_size(w, start);                                \
    IN_FORM(relu_##NUMBER, n, (const NUMBER *)w->a + start, (NUMBER *)w->c + start)            \
  }                                                                                            \
  void ck_relu_##NUMBER(size_t count, const NUMBER *x, NUMBER *y) {                            \
    elements work = {.count = count, .a = x, .c = y};                                          \
    in_chunks(&work, relu_task_##NUMBER);                                                      \
  }                                                                                            \
  static void relu_gradient_task_##NUMBER(void *context, int i) {                              \
    const elements *w = context;                                                               \
    size_t start = (size_t)i * CHUNK, n = chunk_size(w, start);                                \
    IN_FORM(                                                                                   \
        relu_gradient_##NUMBER, n, (const NUMBER *)w->a + start, (const NUMBER *)w->b + start, \
        (NUMBER *)w->c + start)                                                                \
  }                                                                                            \
  void ck_relu_gradient_##NUMBER(                                                              \
      size_t count, const NUMBER *x, const NUMBER *g, NUMBER *dx) {                            \
    elements work = {.count = count, .a = x, .b = g, .c = dx};                                 \
    in_chunks(&work, relu_gradient_task_##NUMBER);                                             \
  }                                                                                            \
  static void adam_task_##NUMBER(void *context, int i) {                                       \
    const elements *w = context;                                                               \
    size_t start = (size_t)i * CHUNK, n = chunk_size(w, start);                                \
    IN_FORM(                                                                                   \
        adam_##NUMBER, n, w->step, (const NUMBER *)w->a + start, (NUMBER *)w->c + start,       \
        (NUMBER *)w->d + start, (NUMBER *)w->e + start)                                        \
  }                                                                                            \
  void ck_adam_##NUMBER(                                                                       \
      size_t count, const ck_adam *step, const NUMBER *g, NUMBER *m, NUMBER *v, NUMBER *p) {   \
    elements work = {.count = count, .a = g, .c = m, .d = v, .e = p, .step = step};            \
    in_chunks(&work, adam_task_##NUMBER);                                                      \
  }                                                                                            \
  void ck_add_rows_##NUMBER(                                                                   \
      size_t rows, size_t columns, const NUMBER *x, const NUMBER *bias, NUMBER *y) {           \
    for (size_t i = 0; i < rows; i++) {                                                        \
      for (size_t j = 0; j < columns; j++) y[i * columns + j] = x[i * columns + j] + bias[j];  \
    }                                                                                          \
  }

FUNCTIONS(float)
FUNCTIONS(double)
