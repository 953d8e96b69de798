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

tile_float ck_tile_float(void) {
  switch (ck_current_form()) {
#if defined(__x86_64__)
    case CK_AVX512: return ck_tile_float_avx512;
    case CK_AVX2: return ck_tile_float_avx2;
#endif
#if defined(__aarch64__)
    case CK_NEON: return ck_tile_float_neon;
#endif
    default: return ck_tile_float_portable;
  }
}

tile_double ck_tile_double(void) {
  switch (ck_current_form()) {
#if defined(__x86_64__)
    case CK_AVX512: return ck_tile_double_avx512;
    case CK_AVX2: return ck_tile_double_avx2;
#endif
#if defined(__aarch64__)
    case CK_NEON: return ck_tile_double_neon;
#endif
    default: return ck_tile_double_portable;
  }
}
