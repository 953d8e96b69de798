#include "forms.h"
#include <pthread.h>
#include <stdio.h>
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

static const char *const form_names[] = {"portable", "avx2", "avx512", "neon"};

// What NBRUN_CPU says; NULL where it says nothing.
static const char *wanted_name(void) {
  const char *name = getenv("NBRUN_CPU");
  return name != NULL && name[0] != '\0' ? name : NULL;
}

// The form of a name, or -1.
static int form_named(const char *name) {
  for (int form = CK_PORTABLE; form <= CK_NEON; form++) {
    if (strcmp(name, form_names[form]) == 0) return form;
  }
  return -1;
}

int ck_form_fault(char *text, size_t size) {
  const char *name = wanted_name();
  if (name == NULL) return 0;
  int form = form_named(name);
  if (form >= 0 && ck_has_form((ck_form)form)) return 0;
  if (form >= 0) {
    snprintf(text, size, "NBRUN_CPU asks for '%s', which this processor does not have", name);
  } else {
    snprintf(
        text, size, "NBRUN_CPU takes 'portable', 'avx2', 'avx512' or 'neon', and was given '%s'",
        name);
  }
  return 1;
}

static ck_form best_form(void) {
  for (int form = CK_NEON; form > CK_PORTABLE; form--) {
    if (ck_has_form((ck_form)form)) return (ck_form)form;
  }
  return CK_PORTABLE;
}

// The form that NBRUN_CPU names, else the best one.
static ck_form first_form(void) {
  char fault[200];
  if (ck_form_fault(fault, sizeof fault)) {
    ck_form best = best_form();
    fprintf(stderr, "CNNCore: %s; '%s' is used\n", fault, form_names[best]);
    return best;
  }
  const char *name = wanted_name();
  return name != NULL ? (ck_form)form_named(name) : best_form();
}

static int form_in_use = -1;

static void take_first_form(void) {
  int unset = -1;
  __atomic_compare_exchange_n(
      &form_in_use, &unset, (int)first_form(), 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

ck_form ck_current_form(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  int form = __atomic_load_n(&form_in_use, __ATOMIC_RELAXED);
  if (form < 0) {
    pthread_once(&once, take_first_form);
    form = __atomic_load_n(&form_in_use, __ATOMIC_RELAXED);
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
