// A pool of threads that waits for work, starts with the first work that needs it and ends with the
// process.

#include "CoreKernels.h"
#include "places.h"
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { MOST_THREADS = 256 };

// How long a thread looks for what it waits for, giving way to others, before it sleeps: one work often follows
// another at once, and to be woken takes some hundred microseconds on a virtual machine.
enum { PATIENCE_NANOSECONDS = 1000000 };

// How many threads NBRUN_THREADS asks for: 0 where it says nothing, -1 where it says something else.
static int wanted_threads(void) {
  const char *text = getenv("NBRUN_THREADS");
  if (text == NULL || text[0] == '\0') return 0;
  int count = 0;
  for (const char *digit = text; *digit != '\0'; digit++) {
    if (*digit < '0' || *digit > '9') return -1;
    count = 10 * count + (*digit - '0');
    if (count > MOST_THREADS) return -1;
  }
  return count > 0 ? count : -1;
}

int ck_threads_fault(char *text, size_t size) {
  if (wanted_threads() >= 0) return 0;
  snprintf(
      text, size, "NBRUN_THREADS takes a whole number from 1 to %d, and was given '%s'",
      MOST_THREADS, getenv("NBRUN_THREADS"));
  return 1;
}

static int threads_in_use;

static void take_first_threads(void) {
  int unset = 0;
  int count = wanted_threads();
  char fault[200];
  if (count < 1) count = ck_processors();
  if (count > MOST_THREADS) count = MOST_THREADS;
  if (ck_threads_fault(fault, sizeof fault)) {
    fprintf(stderr, "CNNCore: %s; %d %s used\n", fault, count, count == 1 ? "is" : "are");
  }
  __atomic_compare_exchange_n(
      &threads_in_use, &unset, count, 0, __ATOMIC_RELAXED, __ATOMIC_RELAXED);
}

int ck_current_threads(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  int count = __atomic_load_n(&threads_in_use, __ATOMIC_RELAXED);
  if (count == 0) {
    pthread_once(&once, take_first_threads);
    count = __atomic_load_n(&threads_in_use, __ATOMIC_RELAXED);
  }
  return count;
}

void ck_use_threads(int count) {
  count = count < 1 ? 1 : count > MOST_THREADS ? MOST_THREADS : count;
  __atomic_store_n(&threads_in_use, count, __ATOMIC_RELAXED);
}

static struct {
  pthread_mutex_t lock;
  pthread_cond_t begun, ended;
  int started;               // how many threads there are beside the caller's
  unsigned long generation;  // counts the works
  int wanted;                // how many threads may join in the present work
  int joined, running;
  int next, count;
  int place;                 // the processor of the thread that called
  void (*task)(void *, int);
  void *context;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER,
          .begun = PTHREAD_COND_INITIALIZER,
          .ended = PTHREAD_COND_INITIALIZER};

// One work at a time; a work within a work runs on its own thread.
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static __thread int is_working;

static long nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

// Until when to look; not at all where threads have to share a processor.
static long end_of_patience(void) {
  return pool.started < ck_processors() ? nanoseconds() + PATIENCE_NANOSECONDS : 0;
}

static void await_work(unsigned long seen) {
  long end = end_of_patience();
  while (__atomic_load_n(&pool.generation, __ATOMIC_RELAXED) == seen && nanoseconds() < end) sched_yield();
}

static void await_end(void) {
  long end = end_of_patience();
  while (__atomic_load_n(&pool.running, __ATOMIC_RELAXED) > 0 && nanoseconds() < end) sched_yield();
}

static void take_tasks(int count, void (*task)(void *, int), void *context) {
  for (;;) {
    int i = __atomic_fetch_add(&pool.next, 1, __ATOMIC_RELAXED);
    if (i >= count) return;
    task(context, i);
  }
}

static void *work(void *unused) {
  (void)unused;
  is_working = 1;
  unsigned long seen = 0;
  for (;;) {
    await_work(seen);
    pthread_mutex_lock(&pool.lock);
    while (pool.generation == seen || pool.joined >= pool.wanted) {
      if (pool.generation != seen) seen = pool.generation;
      pthread_cond_wait(&pool.begun, &pool.lock);
    }
    seen = pool.generation;
    pool.joined++;
    pool.running++;
    int count = pool.count;
    void (*task)(void *, int) = pool.task;
    void *context = pool.context;
    int place = pool.place;
    pthread_mutex_unlock(&pool.lock);
    ck_leave(place);
    take_tasks(count, task, context);
    pthread_mutex_lock(&pool.lock);
    if (--pool.running == 0) pthread_cond_signal(&pool.ended);
    pthread_mutex_unlock(&pool.lock);
  }
  return NULL;
}

static void start_threads(int count) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  while (pool.started < count && pthread_create(&thread, &attributes, work, NULL) == 0) {
    pool.started++;
  }
  pthread_attr_destroy(&attributes);
}

void ck_parallel(int count, void (*task)(void *context, int i), void *context) {
  int threads = ck_current_threads();
  if (threads > count) threads = count;
  if (threads < 2 || is_working || pthread_mutex_trylock(&turn) != 0) {
    for (int i = 0; i < count; i++) task(context, i);
    return;
  }
  is_working = 1;
  pthread_mutex_lock(&pool.lock);
  start_threads(threads - 1);
  pool.task = task;
  pool.context = context;
  pool.count = count;
  pool.next = 0;
  pool.joined = 0;
  pool.wanted = threads - 1;
  pool.place = ck_place();
  pool.generation++;
  pthread_cond_broadcast(&pool.begun);
  pthread_mutex_unlock(&pool.lock);
  sched_yield();  // to threads that were woken on this processor, for them to leave it
  take_tasks(count, task, context);
  pthread_mutex_lock(&pool.lock);
  pool.wanted = 0;
  pthread_mutex_unlock(&pool.lock);
  await_end();
  pthread_mutex_lock(&pool.lock);
  while (pool.running > 0) pthread_cond_wait(&pool.ended, &pool.lock);
  pthread_mutex_unlock(&pool.lock);
  is_working = 0;
  pthread_mutex_unlock(&turn);
}
