#include "forms.h"
#include <stdlib.h>
#include <string.h>

int ck_has_form(ck_form form) {
  switch (form) {
    case CK_PORTABLE: return 1;
#if defined(__x86_64__)
    case CK_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case CK_AVX512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw");
#endif
#if defined(__aarch64__)
    case CK_NEON: return 1;
#endif
    default: return 0;
  }
}

static ck_form best_form(void) {
  const char *wanted = getenv("NBRUN_CPU");
  if (wanted != NULL) {
    if (strcmp(wanted, "portable") == 0) return CK_PORTABLE;
    if (strcmp(wanted, "avx2") == 0 && ck_has_form(CK_AVX2)) return CK_AVX2;
  }
  for (int form = CK_NEON; form > CK_PORTABLE; form--) {
    if (ck_has_form((ck_form)form)) return (ck_form)form;
  }
  return CK_PORTABLE;
}

static int form_in_use = -1;

ck_form ck_current_form(void) {
  int form = __atomic_load_n(&form_in_use, __ATOMIC_RELAXED);
  if (form < 0) {
    form = best_form();
    __atomic_store_n(&form_in_use, form, __ATOMIC_RELAXED);
  }
  return (ck_form)form;
}

void ck_use_form(ck_form form) {
  if (ck_has_form(form)) __atomic_store_n(&form_in_use, (int)form, __ATOMIC_RELAXED);
}

// The loops of a number type in the form in use.
#if defined(__x86_64__)
#define IN_FORM(type)                             \
  switch (ck_current_form()) {                    \
    case CK_AVX512: return &ck_avx512_##type;     \
    case CK_AVX2: return &ck_avx2_##type;         \
    default: return &ck_portable_##type;          \
  }
#elif defined(__aarch64__)
#define IN_FORM(type) \
  return ck_current_form() == CK_NEON ? &ck_neon_##type : &ck_portable_##type;
#else
#define IN_FORM(type) return &ck_portable_##type;
#endif

const loops_float *ck_loops_float(void) { IN_FORM(float) }
const loops_double *ck_loops_double(void) { IN_FORM(double) }
