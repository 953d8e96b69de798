#include <fcntl.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// `prctl` and `syscall` take a varying number of arguments, which Swift cannot call.
static inline int adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1); }

// A pipe whose ends no started program ever has: a later `fcntl` would leave a gap.
static inline int closing_pipe(int ends[2]) { return (int)syscall(SYS_pipe2, ends, O_CLOEXEC); }

// `mkostemp` is there, but not in the headers as Swift reads them.
int mkostemp(char *pattern, int flags);

// A new file of a name like the pattern, closed in programs that are started, as the pipe is.
static inline int closing_temporary_file(char *pattern) { return mkostemp(pattern, O_CLOEXEC); }

// Lets programs that this thread starts have the same addresses in every run; where the system does not allow
// that, they differ as before. The result is what `release_addresses` takes to undo it.
static inline int fix_addresses(void) {
  int before = personality(0xFFFFFFFF);
  if (before != -1) personality(before | ADDR_NO_RANDOMIZE);
  return before;
}

static inline void release_addresses(int before) {
  if (before != -1) personality(before);
}

// How many processors this program may run on, or -1.
static inline int usable_processors(void) {
  unsigned long mask[128];
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  int count = 0;
  for (long i = 0; i < bytes / (long)sizeof *mask; i++) count += __builtin_popcountl(mask[i]);
  return bytes > 0 ? count : -1;
}
