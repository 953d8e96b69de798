#include "forms.h"
#include <stdlib.h>
#include <string.h>

int ck_has_form(ck_form form) {
  switch (form) {
    case CK_PORTABLE: return 1;
#if defined(__x86_64__)
    case CK_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case CK_AVX512: return __builtin_cpu_supports("avx512f");
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

// What `ck_name` is in the form in use.
#if defined(__x86_64__)
#define IN_FORM(name)                            \
  switch (ck_current_form()) {                   \
    case CK_AVX512: return name##_avx512;        \
    case CK_AVX2: return name##_avx2;            \
    default: return name##_portable;             \
  }
#elif defined(__aarch64__)
#define IN_FORM(name) return ck_current_form() == CK_NEON ? name##_neon : name##_portable;
#else
#define IN_FORM(name) return name##_portable;
#endif

tile_float ck_tile_float(void) { IN_FORM(ck_tile_float) }
tile_double ck_tile_double(void) { IN_FORM(ck_tile_double) }
line_float ck_line_float(void) { IN_FORM(ck_line_float) }
line_double ck_line_double(void) { IN_FORM(ck_line_double) }
