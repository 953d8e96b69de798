// Notes which files the cells read, so that the runner can tell when a stored result has grown stale.
//
// The functions below stand in front of the C library's of the same names for the program and for all
// libraries that it loads. Each path that is opened for reading is written, with a null byte behind it,
// to the file behind descriptor 5; then the C library's own function does the work. A file that is
// looked for and not there is noted too: a result changes when it appears.

#define _GNU_SOURCE
#include "reads.h"
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { READS = 5 };

static int is_noting;

void note_reads(void) {
  is_noting = 1;
}

// The path from the root of a file that is not there; 0 where it is too long.
static int absolute(const char *path, char *resolved) {
  size_t folder = 0;
  if (path[0] != '/') {
    if (getcwd(resolved, PATH_MAX - 1) == NULL) return 0;
    folder = strlen(resolved);
    resolved[folder++] = '/';
  }
  if (folder + strlen(path) >= PATH_MAX) return 0;
  strcpy(resolved + folder, path);
  return 1;
}

static void note(const char *path, int makes) {
  char resolved[PATH_MAX];
  const char *const parts[] = {"/dev/", "/proc/", "/sys/"};
  if (!is_noting || path == NULL) return;
  if (realpath(path, resolved) == NULL) {
    int is_absent = errno == ENOENT || errno == ENOTDIR;
    if (makes || !is_absent || !absolute(path, resolved)) return;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (strncmp(resolved, parts[i], strlen(parts[i])) == 0) return;
  }
  ssize_t ignored = write(READS, resolved, strlen(resolved) + 1);
  (void)ignored;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define MODE(flags)                                     \
  mode_t mode = 0;                                      \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {              \
    va_list list;                                       \
    va_start(list, flags);                              \
    mode = va_arg(list, mode_t);                        \
    va_end(list);                                       \
  }                                                     \
  if (((flags) & O_ACCMODE) != O_WRONLY) note(path, (flags) & O_CREAT)

int open(const char *path, int flags, ...) {
  MODE(flags);
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags);
  return NEXT(open64)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE(flags);
  return NEXT(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE(flags);
  return NEXT(openat64)(folder, path, flags, mode);
}

FILE *fopen(const char *path, const char *mode) {
  if (mode[0] == 'r') note(path, 0);
  return NEXT(fopen)(path, mode);
}

FILE *fopen64(const char *path, const char *mode) {
  if (mode[0] == 'r') note(path, 0);
  return NEXT(fopen64)(path, mode);
}
