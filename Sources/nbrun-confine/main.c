// Runs a program that nobody vouches for, so confined that it can do no harm: it reads only what it is
// given, writes only below one folder, reaches no network, starts no other program, sends signals to
// itself alone, and has bounded time, memory and file sizes.
//
//     nbrun-confine [--read PATH]… [--write FOLDER] [--cpu SECONDS] [--memory BYTES]
//                   [--file-size BYTES] -- PROGRAM ARGUMENT…
//
// Paths by Landlock, system calls by seccomp, amounts by resource limits. What cannot be confined is not
// run: the exit code is then 125, and standard error says what the system lacks.

#define _GNU_SOURCE
#include "filter.h"
#include "paths.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { CANNOT_CONFINE = 125, WRONG_USAGE = 64 };

// Addresses for code and stacks, beside the memory that a program may use.
static const rlim_t LIBRARIES = (rlim_t)2 << 30;

// A lower limit that is there already stays.
static void limit(int resource, rlim_t amount) {
  struct rlimit present;
  if (getrlimit(resource, &present) == 0) {
    if (present.rlim_max < amount) amount = present.rlim_max;
    if (setrlimit(resource, &(struct rlimit){amount, amount}) == 0) return;
  }
  perror("this system does not limit processes");
  exit(CANNOT_CONFINE);
}

static int wrong_usage(void) {
  fputs("nbrun-confine runs strangers' cells for nbrun; it is not started by hand.\n", stderr);
  return WRONG_USAGE;
}

int main(int count, char **arguments) {
  int ruleset = new_path_rules();
  if (ruleset < 0) {
    fputs("this system has no Landlock (Linux 5.13 or later, enabled at boot)\n", stderr);
    return CANNOT_CONFINE;
  }
  int i = 1;
  for (; i < count && strcmp(arguments[i], "--") != 0; i += 2) {
    if (i + 1 >= count) return wrong_usage();
    const char *name = arguments[i], *value = arguments[i + 1];
    rlim_t amount = strtoull(value, NULL, 10);
    if (strcmp(name, "--read") == 0) {
      allow_reading(ruleset, value);
    } else if (strcmp(name, "--write") == 0) {
      allow_writing(ruleset, value);
    } else if (strcmp(name, "--cpu") == 0) {
      limit(RLIMIT_CPU, amount);
    } else if (strcmp(name, "--memory") == 0) {
      limit(RLIMIT_DATA, amount);
      limit(RLIMIT_AS, amount + LIBRARIES);
    } else if (strcmp(name, "--file-size") == 0) {
      limit(RLIMIT_FSIZE, amount);
    } else {
      return wrong_usage();
    }
  }
  if (i + 1 >= count) return wrong_usage();
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 256);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || enforce_path_rules(ruleset) != 0) {
    perror("Landlock cannot be enforced");
    return CANNOT_CONFINE;
  }
  if (filter_system_calls() != 0) {
    perror("system calls cannot be filtered (seccomp)");
    return CANNOT_CONFINE;
  }
  execv(arguments[i + 1], arguments + i + 1);
  perror(arguments[i + 1]);
  return CANNOT_CONFINE;
}
