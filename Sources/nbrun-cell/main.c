// Runs a notebook's compiled cells: sets the limits, loads the program and calls its `main`.
//
//     nbrun-cell PROGRAM.so MEMORY-LIMIT-IN-BYTES WORKING-FOLDER
//
// Descriptor 3 takes the cells' events (their layout: Sources/CellEvents/CellEvent+Frame.swift). One
// last event in the file behind descriptor 4 tells how the program ended and holds its addresses on the
// stack. The file behind descriptor 5 takes the paths that the cells look at and change.

#define _GNU_SOURCE
#include "ending.h"
#include "reads.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

static void set_limits(const char *memory) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  rlim_t bytes = strtoull(memory, NULL, 10);
  struct rlimit limit = {bytes, bytes};
  if (bytes > 0) setrlimit(RLIMIT_DATA, &limit);
}

int main(int count, char **arguments) {
  if (count != 4) {
    fputs("nbrun-cell runs compiled notebooks for nbrun; it is not started by hand.\n", stderr);
    return 64;
  }
  prctl(PR_SET_PDEATHSIG, 9);
  set_limits(arguments[2]);
  if (chdir(arguments[3]) != 0) {
    perror(arguments[3]);
    return 1;
  }
  // Lines that were printed before a crash must not be lost with the buffer.
  setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
  void *program = dlopen(arguments[1], RTLD_NOW | RTLD_GLOBAL);
  if (program == NULL) {
    fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  int (*run)(int, char **) = (int (*)(int, char **))dlsym(program, "main");
  watch_for_ending((const void *)run);
  note_reads();
  char *child_arguments[] = {"notebook", NULL};
  return run(1, child_arguments);
}
