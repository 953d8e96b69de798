// The core's inner loops.
//
// Every result has one definition, which no processor and no number of threads can change:
//
// - An element of a matrix product is the sum of blocks of 256 products along the inner axis, added in
//   order; each block is one chain of fused multiply-adds that starts from zero.
// - An output of a convolution is the same sum over (c, u, v) in row-major order, then + the bias.
// - An element of the gradient for the weight is the sum over the images, one after another, of blocks of
//   256 products of an image's outputs (i, j) in row-major order; each block is such a chain, and all are
//   added in order.
// - An element of the gradient for the input is an output of the convolution of the output's gradient,
//   spread out by the stride, with the kernels turned by 180°: the sum over o, and over u and v downwards.
// - Where a window reaches into the padding, or between the numbers that a stride spreads out, it meets a
//   zero that takes part: it adds ±0, or NaN where the other factor is infinite or NaN.
// - All else is rounded operation by operation as it is written.
//
// The forms of a loop differ only in how many elements they compute at a time. Which of the NaNs a NaN is,
// is not defined.

#ifndef CORE_KERNELS_H
#define CORE_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The ways in which the loops are compiled.
typedef enum {
  CK_PORTABLE = 0,
  CK_AVX2 = 1,
  CK_AVX512 = 2,
  CK_NEON = 3,
} ck_form;

/// The form in use: the best that the processor has, or what the environment variable NBRUN_CPU names. A
/// wrong name is told on standard error, and the best is used.
ck_form ck_current_form(void);

/// Writes what is wrong with NBRUN_CPU, and returns 1; returns 0 where nothing is.
int ck_form_fault(char *text, size_t size);

/// Whether the processor can run a form.
int ck_has_form(ck_form form);

/// Uses another form from now on, for tests; the processor must have it.
void ck_use_form(ck_form form);

/// The number of threads in use: that of the processors, or what NBRUN_THREADS says. Anything but a number
/// from 1 to 256 is told on standard error, and there are as many as processors.
int ck_current_threads(void);

/// Writes what is wrong with NBRUN_THREADS, and returns 1; returns 0 where nothing is.
int ck_threads_fault(char *text, size_t size);

/// Uses another number of threads from now on, for tests.
void ck_use_threads(int count);

/// Calls `task(context, i)` once for each i below `count`, on several threads.
void ck_parallel(int count, void (*task)(void *context, int i), void *context);

/// Does fused multiply-adds in registers only, on all threads, in chains of a length, and yields the number
/// of floating-point operations: in their time they are the most that the processor can do.
double ck_peak_float(long length);
double ck_peak_double(long length);

/// Asks the system for large pages in memory that has not been written yet: they spare the processor many
/// look-ups of addresses. Nothing happens where the memory holds no whole one.
void ck_use_large_pages(void *memory, size_t size);

/// How a matrix lies in memory: element (i, j) is at i · rows + j · columns.
typedef struct {
  ptrdiff_t rows, columns;
} ck_strides;

/// c = a · b for a of m × k and b of k × n, or c = c + a · b, whose blocks are added to c one after another;
/// the rows of c lie `stride` apart.
void ck_product_float(
    int m, int n, int k, const float *a, ck_strides as, const float *b, ck_strides bs, float *c,
    ptrdiff_t stride, int adds);
void ck_product_double(
    int m, int n, int k, const double *a, ck_strides as, const double *b, ck_strides bs, double *c,
    ptrdiff_t stride, int adds);

/// The lengths and steps of a convolution over images [samples, channels, rows, columns].
typedef struct {
  int samples, channels, rows, columns;
  int filters, kernel_rows, kernel_columns;
  int output_rows, output_columns;
  int row_stride, column_stride, row_dilation, column_dilation;
  int top, left;
} ck_convolution;

/// y[n, o, i, j] = Σ w[o, c, u, v] · x[n, c, i·s + u·d − top, j·s + v·d − left], then + bias[o] where
/// there is one.
void ck_convolve_float(
    const ck_convolution *sizes, const float *x, const float *w, const float *bias, float *y);
void ck_convolve_double(
    const ck_convolution *sizes, const double *x, const double *w, const double *bias, double *y);

/// dw[o, c, u, v] = Σ g[n, o, i, j] · x[n, c, i·s + u·d − top, j·s + v·d − left].
void ck_weight_gradient_float(
    const ck_convolution *sizes, const float *x, const float *g, float *dw);
void ck_weight_gradient_double(
    const ck_convolution *sizes, const double *x, const double *g, double *dw);

/// dx[n, c, k, l] = Σ g[n, o, i, j] · w[o, c, u, v] over all i·s + u·d − top = k, j·s + v·d − left = l.
void ck_input_gradient_float(
    const ck_convolution *sizes, const float *w, const float *g, float *dx);
void ck_input_gradient_double(
    const ck_convolution *sizes, const double *w, const double *g, double *dx);

/// The windows of a pooling over `planes` planes of rows × columns.
typedef struct {
  int planes, rows, columns, window_rows, window_columns;
  int row_stride, column_stride, top, left, bottom, right;
  int output_rows, output_columns;
} ck_pooling;

/// y = the first largest number of each window in row-major order, a NaN counting as largest; places =
/// where it stood in its plane. The padding never wins.
void ck_max_pool_float(const ck_pooling *sizes, const float *x, float *y, int32_t *places);
void ck_max_pool_double(const ck_pooling *sizes, const double *x, double *y, int32_t *places);

/// dx = the gradients, each added where the largest number stood, in row-major order of the windows.
void ck_max_pool_gradient_float(
    const ck_pooling *sizes, const float *g, const int32_t *places, float *dx);
void ck_max_pool_gradient_double(
    const ck_pooling *sizes, const double *g, const int32_t *places, double *dx);

/// y = the mean of each window: the sum, one chain in row-major order, by the number of elements, with
/// those of the padding where `counts_padding`.
void ck_mean_pool_float(
    const ck_pooling *sizes, int counts_padding, const float *x, float *y);
void ck_mean_pool_double(
    const ck_pooling *sizes, int counts_padding, const double *x, double *y);

/// dx = the gradients, each spread over its window in equal parts, in row-major order of the windows.
void ck_mean_pool_gradient_float(
    const ck_pooling *sizes, int counts_padding, const float *g, float *dx);
void ck_mean_pool_gradient_double(
    const ck_pooling *sizes, int counts_padding, const double *g, double *dx);

/// y = x where it is positive or NaN, else 0.
void ck_relu_float(size_t count, const float *x, float *y);
void ck_relu_double(size_t count, const double *x, double *y);

/// dx = g where x is positive, else 0.
void ck_relu_gradient_float(size_t count, const float *x, const float *g, float *dx);
void ck_relu_gradient_double(size_t count, const double *x, const double *g, double *dx);

/// y[i · columns + j] = x[i · columns + j] + bias[j].
void ck_add_rows_float(size_t rows, size_t columns, const float *x, const float *bias, float *y);
void ck_add_rows_double(size_t rows, size_t columns, const double *x, const double *bias, double *y);

/// The rules of optimisers, with the gradient g' = g + decay · p and each operation rounded by itself:
///
///     CK_SGD       p = p − rate · g'
///     CK_MOMENTUM  m = β1 · m + rate · g',  p = p − m
///     CK_RMSPROP   v = β2 · v + (1 − β2) · (g' · g'),  p = p − rate · g' / (√v + ε)
///     CK_ADAGRAD   v = v + g' · g',  m = β1 · m + rate · g' / (√v + ε),  p = p − m
///     CK_ADAM      m = β1 · m + (1 − β1) · g',  v = β2 · v + (1 − β2) · (g' · g'),
///                  p = p − rate · (m / correction1) / (√(v / correction2) + ε)
typedef enum { CK_SGD, CK_MOMENTUM, CK_RMSPROP, CK_ADAGRAD, CK_ADAM, CK_RULES } ck_rule;

/// The numbers of a step.
typedef struct {
  ck_rule rule;
  double rate, beta1, beta2, epsilon, correction1, correction2, decay;
} ck_step;

/// One step in one pass; m and v are NULL where the rule has none.
void ck_step_float(
    size_t count, const ck_step *step, const float *g, float *m, float *v, float *p);
void ck_step_double(
    size_t count, const ck_step *step, const double *g, double *m, double *v, double *p);

/// y[i, j] = the sum over k of x[i, k, j], by the pairwise rule of Sources/CNNCore/Tensor/PairwiseSum.swift.
void ck_sums_float(size_t outer, size_t count, size_t inner, const float *x, float *y);
void ck_sums_double(size_t outer, size_t count, size_t inner, const double *x, double *y);

/// One step of making a matrix bidiagonal, for the rows a[i] of numbers `stride` apart:
///
///     a[i] = a[i] − v[i] · y
///     a[i] = a[i] − (factor · Σ_j a[i][j] · p[j]) · p
///     column[i] = a[i][lead]
///     sums = Σ_{i>0} column[i] · a[i]
///
/// A product and what it is added to or taken from are rounded once. The scalar product is eight running
/// sums, number j to sum j mod 8, added in pairs; `sums` are added in blocks of 64 rows. The columns are
/// a multiple of 8.
void ck_reflect_double(
    int rows, int columns, ptrdiff_t stride, const double *v, const double *y, const double *p,
    double factor, int lead, double *a, double *column, double *sums);

#endif
