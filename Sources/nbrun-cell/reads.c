// Notes what the cells look at and change, so that stored results are used only while they hold.
//
// The functions below stand in front of the C library's of the same names for the program and for all
// libraries that it loads. Each path is written, with a null byte behind it, to the file behind descriptor
// 5, and with a byte before it that tells what was done with it (Sources/CellEvents/FileAccess.swift); then
// the C library's own function does the work. What is looked for and not there is noted too: a result
// changes when it appears. Functions that look at a whole tree, and those that let others look, such as by
// another process, are noted by their names alone.
//
// What `CellKit` keeps of the cells' results, in the folder that NBRUN_CELLS names, is not theirs. What
// they read in the folder for temporary files is their own: every run gets an empty one.

#define _GNU_SOURCE
#include "reads.h"
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <ftw.h>
#include <glob.h>
#include <limits.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READS = 5 };

// What is done with a path: the first bytes of the notes; READ has none.
enum action { READ = 0, WRITE = 1, EXAMINE = 2, LIST = 3, EXAMINE_LINK = 4, UNTRACED = 5 };

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int is_noting;
static char own_folder[PATH_MAX], temporary_folder[PATH_MAX];

static void name_folder(const char *variable, char *folder) {
  const char *path = getenv(variable);
  if (path == NULL || NEXT(realpath)(path, folder) == NULL) folder[0] = 0;
}

void note_reads(void) {
  name_folder("NBRUN_CELLS", own_folder);
  name_folder("TMPDIR", temporary_folder);
  is_noting = 1;
}

static int is_in(const char *folder, const char *path) {
  size_t length = strlen(folder);
  return length > 0 && strncmp(path, folder, length) == 0
         && (path[length] == '/' || path[length] == 0);
}

// The path from the root, as it is spelled; 0 where it is too long.
static int absolute(int folder, const char *path, char *result) {
  ssize_t length = 0;
  if (path[0] != '/') {
    if (folder == AT_FDCWD) {
      if (getcwd(result, PATH_MAX) == NULL) return 0;
      length = (ssize_t)strlen(result);
    } else {
      char link[64];
      snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
      length = NEXT(readlink)(link, result, PATH_MAX - 1);
      if (length < 0) return 0;
    }
    if (length + 1 < PATH_MAX) result[length++] = '/';
  }
  if (length + strlen(path) >= PATH_MAX) return 0;
  strcpy(result + length, path);
  return 1;
}

static void put(enum action action, const char *text) {
  char line[PATH_MAX + 1] = {(char)action};
  size_t start = action == READ ? 0 : 1;
  strcpy(line + start, text);
  ssize_t ignored = write(READS, line, start + strlen(text) + 1);
  (void)ignored;
}

static int is_overlooked(enum action action, const char *path) {
  const char *const parts[] = {"/dev", "/proc", "/sys", own_folder};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (is_in(parts[i], path)) return 1;
  }
  if (action == WRITE) return 0;
  // Foundation looks there for data of its own before it takes what is built into it.
  return is_in(temporary_folder, path) || (action != READ && is_in("/usr/share/icu", path));
}

static void note(int folder, const char *path, enum action action) {
  char spelled[PATH_MAX], resolved[PATH_MAX];
  if (!is_noting || path == NULL || path[0] == 0) return;
  int error = errno;
  if (absolute(folder, path, spelled)) {
    int is_there = NEXT(realpath)(spelled, resolved) != NULL;
    if (!is_overlooked(action, is_there ? resolved : spelled)) put(action, spelled);
  }
  errno = error;
}

// Notes what was changed by a call that did not fail.
static int note_change(int result, int folder, const char *path) {
  if (result == 0) note(folder, path, WRITE);
  return result;
}

static void note_untraced(const char *function) {
  if (is_noting) put(UNTRACED, function);
}

// MARK: - Files that are opened

static void note_opening(int folder, const char *path, int reads, int writes, int makes) {
  // A file that is made is not read, and whether it was there does not matter.
  if (reads && !(makes && path != NULL && NEXT(faccessat)(folder, path, F_OK, 0) != 0)) {
    note(folder, path, READ);
  }
  if (writes) note(folder, path, WRITE);
}

static void note_flags(int folder, const char *path, int flags) {
  int access = flags & O_ACCMODE;
  if ((flags & O_TMPFILE) == O_TMPFILE) {
    // A file without a name is nobody's but the cells'.
  } else if (flags & O_DIRECTORY) {
    note(folder, path, LIST);
  } else {
    int reads = access != O_WRONLY && !(flags & O_TRUNC);
    note_opening(folder, path, reads, access != O_RDONLY, flags & O_CREAT);
  }
}

static void note_mode(const char *path, const char *mode) {
  int updates = strchr(mode, '+') != NULL;
  int reads = mode[0] == 'r' || (mode[0] == 'a' && updates);
  note_opening(AT_FDCWD, path, reads, mode[0] != 'r' || updates, mode[0] != 'r');
}

#define MODE(folder, flags)                             \
  mode_t mode = 0;                                      \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {              \
    va_list list;                                       \
    va_start(list, flags);                              \
    mode = va_arg(list, mode_t);                        \
    va_end(list);                                       \
  }                                                     \
  note_flags(folder, path, flags)

int open(const char *path, int flags, ...) {
  MODE(AT_FDCWD, flags);
  return NEXT(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(AT_FDCWD, flags);
  return NEXT(open64)(path, flags, mode);
}

int openat(int folder, const char *path, int flags, ...) {
  MODE(folder, flags);
  return NEXT(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  MODE(folder, flags);
  return NEXT(openat64)(folder, path, flags, mode);
}

int creat(const char *path, mode_t mode) {
  note_flags(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC);
  return NEXT(creat)(path, mode);
}

int creat64(const char *path, mode_t mode) {
  note_flags(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC);
  return NEXT(creat64)(path, mode);
}

FILE *fopen(const char *path, const char *mode) {
  note_mode(path, mode);
  return NEXT(fopen)(path, mode);
}

FILE *fopen64(const char *path, const char *mode) {
  note_mode(path, mode);
  return NEXT(fopen64)(path, mode);
}

FILE *freopen(const char *path, const char *mode, FILE *stream) {
  note_mode(path, mode);
  return NEXT(freopen)(path, mode, stream);
}

// MARK: - What is asked of files and folders

int stat(const char *path, struct stat *status) {
  note(AT_FDCWD, path, EXAMINE);
  return NEXT(stat)(path, status);
}

int stat64(const char *path, struct stat64 *status) {
  note(AT_FDCWD, path, EXAMINE);
  return NEXT(stat64)(path, status);
}

int lstat(const char *path, struct stat *status) {
  note(AT_FDCWD, path, EXAMINE_LINK);
  return NEXT(lstat)(path, status);
}

int lstat64(const char *path, struct stat64 *status) {
  note(AT_FDCWD, path, EXAMINE_LINK);
  return NEXT(lstat64)(path, status);
}

int fstatat(int folder, const char *path, struct stat *status, int flags) {
  note(folder, path, EXAMINE);
  return NEXT(fstatat)(folder, path, status, flags);
}

int fstatat64(int folder, const char *path, struct stat64 *status, int flags) {
  note(folder, path, EXAMINE);
  return NEXT(fstatat64)(folder, path, status, flags);
}

int statx(int folder, const char *path, int flags, unsigned int mask, struct statx *status) {
  note(folder, path, EXAMINE);
  return NEXT(statx)(folder, path, flags, mask, status);
}

int access(const char *path, int kind) {
  note(AT_FDCWD, path, EXAMINE);
  return NEXT(access)(path, kind);
}

int faccessat(int folder, const char *path, int kind, int flags) {
  note(folder, path, EXAMINE);
  return NEXT(faccessat)(folder, path, kind, flags);
}

ssize_t readlink(const char *path, char *target, size_t size) {
  note(AT_FDCWD, path, EXAMINE);
  return NEXT(readlink)(path, target, size);
}

ssize_t readlinkat(int folder, const char *path, char *target, size_t size) {
  note(folder, path, EXAMINE);
  return NEXT(readlinkat)(folder, path, target, size);
}

char *realpath(const char *path, char *resolved) {
  note(AT_FDCWD, path, EXAMINE);
  return NEXT(realpath)(path, resolved);
}

DIR *opendir(const char *path) {
  note(AT_FDCWD, path, LIST);
  return NEXT(opendir)(path);
}

int scandir(const char *path, struct dirent ***names, int (*filter)(const struct dirent *),
            int (*order)(const struct dirent **, const struct dirent **)) {
  note(AT_FDCWD, path, LIST);
  return NEXT(scandir)(path, names, filter, order);
}

int scandir64(const char *path, struct dirent64 ***names,
              int (*filter)(const struct dirent64 *),
              int (*order)(const struct dirent64 **, const struct dirent64 **)) {
  note(AT_FDCWD, path, LIST);
  return NEXT(scandir64)(path, names, filter, order);
}

// MARK: - What is changed beside the content of files

int mkdir(const char *path, mode_t mode) {
  return note_change(NEXT(mkdir)(path, mode), AT_FDCWD, path);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  return note_change(NEXT(mkdirat)(folder, path, mode), folder, path);
}

int rmdir(const char *path) {
  return note_change(NEXT(rmdir)(path), AT_FDCWD, path);
}

int unlink(const char *path) {
  return note_change(NEXT(unlink)(path), AT_FDCWD, path);
}

int unlinkat(int folder, const char *path, int flags) {
  return note_change(NEXT(unlinkat)(folder, path, flags), folder, path);
}

int remove(const char *path) {
  return note_change(NEXT(remove)(path), AT_FDCWD, path);
}

int rename(const char *old, const char *new) {
  int result = note_change(NEXT(rename)(old, new), AT_FDCWD, old);
  return note_change(result, AT_FDCWD, new);
}

int renameat(int old_folder, const char *old, int new_folder, const char *new) {
  int result = note_change(NEXT(renameat)(old_folder, old, new_folder, new), old_folder, old);
  return note_change(result, new_folder, new);
}

int renameat2(int old_folder, const char *old, int new_folder, const char *new,
              unsigned int flags) {
  int result =
      note_change(NEXT(renameat2)(old_folder, old, new_folder, new, flags), old_folder, old);
  return note_change(result, new_folder, new);
}

int symlinkat(const char *target, int folder, const char *path) {
  return note_change(NEXT(symlinkat)(target, folder, path), folder, path);
}

int linkat(int old_folder, const char *old, int new_folder, const char *new, int flags) {
  int result = NEXT(linkat)(old_folder, old, new_folder, new, flags);
  return note_change(result, new_folder, new);
}

int chmod(const char *path, mode_t mode) {
  return note_change(NEXT(chmod)(path, mode), AT_FDCWD, path);
}

int utimensat(int folder, const char *path, const struct timespec times[2], int flags) {
  return note_change(NEXT(utimensat)(folder, path, times, flags), folder, path);
}

int symlink(const char *target, const char *path) {
  return note_change(NEXT(symlink)(target, path), AT_FDCWD, path);
}

int link(const char *old, const char *new) {
  return note_change(NEXT(link)(old, new), AT_FDCWD, new);
}

int truncate(const char *path, off_t length) {
  return note_change(NEXT(truncate)(path, length), AT_FDCWD, path);
}

int mkstemp(char *path) {
  int result = NEXT(mkstemp)(path);
  if (result >= 0) note(AT_FDCWD, path, WRITE);
  return result;
}

int mkostemp(char *path, int flags) {
  int result = NEXT(mkostemp)(path, flags);
  if (result >= 0) note(AT_FDCWD, path, WRITE);
  return result;
}

int mkstemps(char *path, int ending) {
  int result = NEXT(mkstemps)(path, ending);
  if (result >= 0) note(AT_FDCWD, path, WRITE);
  return result;
}

int mkostemps(char *path, int ending, int flags) {
  int result = NEXT(mkostemps)(path, ending, flags);
  if (result >= 0) note(AT_FDCWD, path, WRITE);
  return result;
}

char *mkdtemp(char *path) {
  char *result = NEXT(mkdtemp)(path);
  if (result != NULL) note(AT_FDCWD, path, WRITE);
  return result;
}

// MARK: - What cannot be followed

FTS *fts_open(char *const *paths, int options, int (*order)(const FTSENT **, const FTSENT **)) {
  note_untraced("fts_open");
  return NEXT(fts_open)(paths, options, order);
}

int ftw(const char *path, __ftw_func_t visit, int descriptors) {
  note_untraced("ftw");
  return NEXT(ftw)(path, visit, descriptors);
}

int nftw(const char *path, __nftw_func_t visit, int descriptors, int flags) {
  note_untraced("nftw");
  return NEXT(nftw)(path, visit, descriptors, flags);
}

int glob(const char *pattern, int flags, int (*fail)(const char *, int), glob_t *found) {
  note_untraced("glob");
  return NEXT(glob)(pattern, flags, fail, found);
}

int system(const char *command) {
  note_untraced("system");
  return NEXT(system)(command);
}

FILE *popen(const char *command, const char *mode) {
  note_untraced("popen");
  return NEXT(popen)(command, mode);
}

int posix_spawn(pid_t *process, const char *path, const posix_spawn_file_actions_t *actions,
                const posix_spawnattr_t *attributes, char *const *arguments,
                char *const *environment) {
  note_untraced("posix_spawn");
  return NEXT(posix_spawn)(process, path, actions, attributes, arguments, environment);
}

int posix_spawnp(pid_t *process, const char *name, const posix_spawn_file_actions_t *actions,
                 const posix_spawnattr_t *attributes, char *const *arguments,
                 char *const *environment) {
  note_untraced("posix_spawnp");
  return NEXT(posix_spawnp)(process, name, actions, attributes, arguments, environment);
}

pid_t fork(void) {
  note_untraced("fork");
  return NEXT(fork)();
}

// It comes back only where the program could not be replaced.
int execve(const char *path, char *const arguments[], char *const environment[]) {
  note_untraced("execve");
  return NEXT(execve)(path, arguments, environment);
}

int socket(int domain, int type, int protocol) {
  note_untraced("socket");
  return NEXT(socket)(domain, type, protocol);
}
