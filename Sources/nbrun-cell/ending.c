#define _GNU_SOURCE
#include "ending.h"
#include <dlfcn.h>
#include <execinfo.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ucontext.h>
#include <unistd.h>

enum { ENDING = 4, FRAMES = 128, TEXT = 4096, STACK = 8 << 20 };

// Where the program's code stands: only its own addresses mean anything to the notebook.
static uintptr_t base;
// The stack of the latest `throw`; Swift calls the hook for each.
static void *thrown[FRAMES];
static int thrown_count;

// Appends the program's addresses, relative to its base, as hexadecimal text.
// A return address is moved back into its call; the faulting address itself is not.
static void write_addresses(char *text, void *const *frames, int count, uintptr_t fault) {
  size_t length = 0;
  text[0] = 0;
  for (int i = 0; i < count && length < TEXT - 24; i++) {
    Dl_info info;
    uintptr_t address = (uintptr_t)frames[i];
    if (!dladdr(frames[i], &info) || (uintptr_t)info.dli_fbase != base) continue;
    uintptr_t place = address - base - (address == fault ? 0 : 1);
    length += snprintf(text + length, TEXT - length, "%s0x%lx", length ? " " : "", place);
  }
}

static uint8_t *put(uint8_t *to, const void *from, uint32_t count) {
  memcpy(to, &count, 4);
  memcpy(to + 4, from, count);
  return to + 4 + count;
}

// Writes the event 'X': a reason and two lists of addresses. It has a file of its own: the program may
// have been interrupted in the middle of another event.
static void write_ending(const char *reason, const char *crashed, const char *thrower) {
  static uint8_t frame[3 * TEXT];
  uint64_t offsets[2] = {(uint64_t)lseek(1, 0, SEEK_CUR), (uint64_t)lseek(2, 0, SEEK_CUR)};
  frame[4] = 'X';
  memcpy(frame + 5, offsets, 16);
  uint8_t *end = frame + 21;
  end = put(end, reason, strlen(reason));
  end = put(end, crashed, strlen(crashed));
  end = put(end, thrower, strlen(thrower));
  uint32_t length = (uint32_t)(end - frame - 4);
  memcpy(frame, &length, 4);
  ssize_t ignored = write(ENDING, frame, end - frame);
  (void)ignored;
}

static uintptr_t faulting_address(const ucontext_t *context) {
#if defined(__x86_64__)
  return (uintptr_t)context->uc_mcontext.gregs[REG_RIP];
#elif defined(__aarch64__)
  return (uintptr_t)context->uc_mcontext.pc;
#else
  return 0;
#endif
}

static uintptr_t stack_pointer(const ucontext_t *context) {
#if defined(__x86_64__)
  return (uintptr_t)context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
  return (uintptr_t)context->uc_mcontext.sp;
#else
  return 0;
#endif
}

static uintptr_t frame_pointer(const ucontext_t *context) {
#if defined(__x86_64__)
  return (uintptr_t)context->uc_mcontext.gregs[REG_RBP];
#elif defined(__aarch64__)
  return (uintptr_t)context->uc_mcontext.regs[29];
#else
  return 0;
#endif
}

// Follows the chain of frame pointers, which Swift's code keeps: for the places, such as the inside of
// a system call's wrapper, from which the unwinder finds no way.
static int follow_frame_pointers(const ucontext_t *context, void **frames) {
  uintptr_t frame = frame_pointer(context), low = stack_pointer(context);
  int count = 0;
  while (count < FRAMES && frame >= low && frame < low + STACK && frame % sizeof(void *) == 0) {
    frames[count++] = ((void **)frame)[1];
    low = frame + sizeof(void *);
    frame = ((uintptr_t *)frame)[0];
  }
  return count;
}

static void write_stacks(const char *reason, const ucontext_t *context) {
  static char crashed[TEXT], thrower[TEXT];
  void *frames[FRAMES];
  uintptr_t fault = context ? faulting_address(context) : 0;
  write_addresses(crashed, frames, backtrace(frames, FRAMES), fault);
  if (!crashed[0] && context) {
    write_addresses(crashed, frames, follow_frame_pointers(context, frames), 0);
  }
  write_addresses(thrower, thrown, thrown_count, 0);
  write_ending(reason, crashed, thrower);
}

// `strsignal` may take a lock that the interrupted program holds.
static const char *signal_name(int number) {
  switch (number) {
    case SIGILL: return "Illegal instruction";
    case SIGTRAP: return "Trace trap";
    case SIGSEGV: return "Segmentation fault";
    case SIGBUS: return "Bus error";
    case SIGFPE: return "Arithmetic exception";
    case SIGXCPU: return "the cells used more processor time than they may";
    case SIGXFSZ: return "a cell wrote a larger file than it may";
    default: return "Aborted";
  }
}

// A program that has crashed may hold the lock of its own output: nothing is flushed here.
static void on_signal(int number, siginfo_t *info, void *context) {
  signal(number, SIG_DFL);
  uintptr_t sp = stack_pointer(context), place = (uintptr_t)info->si_addr;
  int overflow = number == SIGSEGV && place + 65536 > sp && place < sp + 65536;
  write_stacks(overflow ? "overflow" : signal_name(number), context);
  _exit(128 + number);
}

static void on_throw(void *error) {
  (void)error;
  thrown_count = backtrace(thrown, FRAMES);
}

static void on_leaving(int status, void *unused) {
  (void)unused;
  char reason[32];
  fflush(stdout);
  snprintf(reason, sizeof reason, "exit %d", status);
  write_stacks(reason, NULL);
}

void watch_for_ending(const void *anchor) {
  static char stack[1 << 16];
  Dl_info info;
  if (dladdr(anchor, &info)) base = (uintptr_t)info.dli_fbase;
  void *first[2];
  backtrace(first, 2);  // Loads the unwinder now: a handler must not.
  void (**hook)(void *) = (void (**)(void *))dlsym(RTLD_DEFAULT, "_swift_willThrow");
  if (hook) *hook = on_throw;
  sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
  struct sigaction action = {.sa_sigaction = on_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  const int numbers[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGXCPU, SIGXFSZ};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
    sigaction(numbers[i], &action, NULL);
  }
  on_exit(on_leaving, NULL);
}
