#include <sys/prctl.h>

// `prctl` takes a varying number of arguments, which Swift cannot call.
static inline int adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1); }
