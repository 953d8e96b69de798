#define _GNU_SOURCE
#include "filter.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#error "no filter for this processor"
#endif

// Calls that fail with "operation not permitted". Paths are Landlock's affair; these are the ways
// around it (links to descriptors of others, asynchronous rings, attributes) and out of the process.
static const int forbidden[] = {
#ifdef SYS_fork
    SYS_fork, SYS_vfork, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes, SYS_futimesat,
    SYS_ioperm, SYS_iopl, SYS_modify_ldt, SYS_uselib,
#endif
    SYS_socket, SYS_socketpair, SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register,
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_pidfd_open, SYS_pidfd_getfd,
    SYS_pidfd_send_signal, SYS_kcmp, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_unshare,
    SYS_setns, SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_open_tree, SYS_move_mount,
    SYS_fsopen, SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_mount_setattr, SYS_name_to_handle_at,
    SYS_open_by_handle_at, SYS_truncate, SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat,
    SYS_utimensat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr, SYS_removexattr, SYS_lremovexattr,
    SYS_fremovexattr, SYS_mknodat, SYS_keyctl, SYS_add_key, SYS_request_key, SYS_init_module,
    SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff,
    SYS_acct, SYS_quotactl, SYS_sethostname, SYS_setdomainname, SYS_settimeofday, SYS_clock_settime,
    SYS_adjtimex, SYS_clock_adjtime, SYS_syslog, SYS_personality, SYS_shmget, SYS_msgget, SYS_semget,
    SYS_mq_open, SYS_setpriority, SYS_sched_setattr, SYS_sched_setscheduler, SYS_ioprio_set,
    SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid, SYS_setgroups,
    SYS_setfsuid, SYS_setfsgid, SYS_capset, SYS_setpgid, SYS_setsid, SYS_setrlimit,
    SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo, SYS_sched_setaffinity, SYS_sched_setparam,
    SYS_memfd_create, SYS_fanotify_init, SYS_lookup_dcookie, SYS_migrate_pages, SYS_move_pages, SYS_vmsplice,
};

enum {
  FIRST_UNKNOWN_CALL = 452,  // fchmodat2, of Linux 6.6; numbers from 424 on are the same everywhere
  RULES = 2 * (int)(sizeof forbidden / sizeof *forbidden) + 60,
  NUMBER = offsetof(struct seccomp_data, nr),
  FIRST_ARGUMENT = offsetof(struct seccomp_data, args),
  SECOND_ARGUMENT = FIRST_ARGUMENT + 8,
  THIRD_ARGUMENT = FIRST_ARGUMENT + 16,
};

static struct sock_filter rules[RULES];
static unsigned short count;

static void add(unsigned short code, unsigned int value, unsigned char yes, unsigned char no) {
  rules[count++] = (struct sock_filter){code, yes, no, value};
}

static void load(unsigned int offset) { add(BPF_LD | BPF_W | BPF_ABS, offset, 0, 0); }
static void answer(unsigned int verdict) { add(BPF_RET | BPF_K, verdict, 0, 0); }
static void refuse(void) { answer(SECCOMP_RET_ERRNO | EPERM); }

// Refuses a call whose first argument is another process than this one.
static void only_to_itself(int number) {
  add(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4);
  load(FIRST_ARGUMENT);
  add(BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)getpid(), 0, 1);
  answer(SECCOMP_RET_ALLOW);
  refuse();
}

// Allows reading the limits: the call that would also set them has an address as third argument.
static void limits_are_fixed(void) {
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_prlimit64, 0, 6);
  load(THIRD_ARGUMENT);
  add(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3);
  load(THIRD_ARGUMENT + 4);
  add(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1);
  answer(SECCOMP_RET_ALLOW);
  refuse();
}

// The end of nbrun stays the end of its cells.
static void end_stays_fixed(void) {
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 6);
  load(FIRST_ARGUMENT);
  add(BPF_JMP | BPF_JEQ | BPF_K, PR_SET_PDEATHSIG, 0, 3);
  load(SECOND_ARGUMENT);
  add(BPF_JMP | BPF_JEQ | BPF_K, SIGKILL, 1, 0);
  refuse();
  answer(SECCOMP_RET_ALLOW);
}

// Refuses to have signals sent to another process when a descriptor becomes ready.
static void descriptors_send_nothing(void) {
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_fcntl, 0, 6);
  load(SECOND_ARGUMENT);
  add(BPF_JMP | BPF_JEQ | BPF_K, F_SETOWN, 2, 0);
  add(BPF_JMP | BPF_JEQ | BPF_K, F_SETOWN_EX, 1, 0);
  add(BPF_JMP | BPF_JEQ | BPF_K, F_SETSIG, 0, 1);
  refuse();
  answer(SECCOMP_RET_ALLOW);
}

int filter_system_calls(void) {
  load(offsetof(struct seccomp_data, arch));
  add(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  answer(SECCOMP_RET_KILL_PROCESS);
  load(NUMBER);
#if defined(__x86_64__)
  // The calls of the x32 interface have numbers of their own.
  add(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  answer(SECCOMP_RET_KILL_PROCESS);
#endif
  // Threads, but no processes: `clone3` hides its flags, and the C library does without it.
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1);
  answer(SECCOMP_RET_ERRNO | ENOSYS);
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4);
  load(FIRST_ARGUMENT);
  add(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1);
  answer(SECCOMP_RET_ALLOW);
  refuse();
  only_to_itself(SYS_kill);
  only_to_itself(SYS_tgkill);
  limits_are_fixed();
  end_stays_fixed();
  descriptors_send_nothing();
  // Calls that are newer than this list say that they are not there.
  add(BPF_JMP | BPF_JGE | BPF_K, FIRST_UNKNOWN_CALL, 0, 1);
  answer(SECCOMP_RET_ERRNO | ENOSYS);
  add(BPF_JMP | BPF_JEQ | BPF_K, SYS_tkill, 0, 1);
  refuse();
  for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++) {
    add(BPF_JMP | BPF_JEQ | BPF_K, forbidden[i], 0, 1);
    refuse();
  }
  answer(SECCOMP_RET_ALLOW);
  struct sock_fprog program = {count, rules};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
