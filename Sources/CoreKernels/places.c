#define _GNU_SOURCE
#include "places.h"
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

#if defined(__linux__)

static cpu_set_t allowed;
static int count;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void look(void) {
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) count = CPU_COUNT(&allowed);
  if (count < 1) count = 1;
}

int ck_processors(void) {
  pthread_once(&once, look);
  return count;
}

int ck_place(void) { return sched_getcpu(); }

void ck_leave(int processor) {
  if (processor < 0 || ck_processors() < 2 || sched_getcpu() != processor) return;
  cpu_set_t others = allowed;
  CPU_CLR(processor, &others);
  if (CPU_COUNT(&others) == 0 || sched_setaffinity(0, sizeof others, &others) != 0) return;
  sched_setaffinity(0, sizeof allowed, &allowed);
}

#else

int ck_processors(void) {
  long count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : (int)count;
}

int ck_place(void) { return -1; }

void ck_leave(int processor) { (void)processor; }

#endif
