// Notes which files the cells read and write, so that stored results are used only while they hold.
//
// The functions below stand in front of the C library's of the same names for the program and for all
// libraries that it loads. Each path that is opened is written, with a null byte behind it, to the file
// behind descriptor 5, and with a byte 1 before it where the file is to be written; then the C library's
// own function does the work. A file that is looked for and not there is noted too: a result changes
// when it appears. What `CellKit` keeps of the cells' results, in the folder that NBRUN_CELLS names, is
// not theirs.

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
static char own_folder[PATH_MAX];

void note_reads(void) {
  const char *folder = getenv("NBRUN_CELLS");
  if (folder == NULL || realpath(folder, own_folder) == NULL) own_folder[0] = 0;
  is_noting = 1;
}

static int is_below(const char *folder, const char *path) {
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0 && path[length] == '/';
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

// What a file is opened for.
enum { READ = 1, WRITE = 2, MAKE = 4 };

static void note(const char *path, int purpose) {
  char line[PATH_MAX + 1] = {1};
  char *resolved = line + 1;
  const char *const parts[] = {"/dev", "/proc", "/sys", own_folder};
  if (!is_noting || path == NULL) return;
  if (realpath(path, resolved) == NULL) {
    int is_absent = errno == ENOENT || errno == ENOTDIR;
    if (!is_absent || !absolute(path, resolved)) return;
    if (purpose & MAKE) purpose &= ~READ;
  }
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (is_below(parts[i], resolved)) return;
  }
  ssize_t ignored = 0;
  if (purpose & READ) ignored = write(READS, resolved, strlen(resolved) + 1);
  if (purpose & WRITE) ignored = write(READS, line, strlen(line) + 1);
  (void)ignored;
}

static int purpose(int flags) {
  int access = flags & O_ACCMODE;
  return (access != O_WRONLY ? READ : 0) | (access != O_RDONLY ? WRITE : 0)
         | (flags & O_CREAT ? MAKE : 0);
}

static int purpose_of_mode(const char *mode) {
  int updates = strchr(mode, '+') != NULL;
  return mode[0] == 'r' ? READ | (updates ? WRITE : 0) : WRITE;
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
  note(path, purpose(flags))

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
  note(path, purpose_of_mode(mode));
  return NEXT(fopen)(path, mode);
}

FILE *fopen64(const char *path, const char *mode) {
  note(path, purpose_of_mode(mode));
  return NEXT(fopen64)(path, mode);
}
