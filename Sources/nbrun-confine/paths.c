#define _GNU_SOURCE
#include "paths.h"
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The kernel's interface, written out: Debian 12's headers know only its first versions.
struct ruleset {
  uint64_t files, network, scopes;
};
struct path_rule {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

enum {
  EXECUTE = 1 << 0,
  WRITE_FILE = 1 << 1,
  READ_FILE = 1 << 2,
  READ_FOLDER = 1 << 3,
  FIRST_VERSION = (1 << 13) - 1,  // all rights of the first version: to make and to remove as well
  REFER = 1 << 13,                // from the second on: to link or move between folders
  TRUNCATE = 1 << 14,             // from the third on
  DEVICE_CONTROL = 1 << 15,       // from the fifth on
  FILES_ONLY = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | DEVICE_CONTROL,
  TCP = 3,     // from the fourth on: to bind and to connect
  SCOPES = 3,  // from the sixth on: abstract sockets and signals to others
  VERSION_FLAG = 1,
  PATH_BENEATH = 1,
};

static uint64_t handled;

int new_path_rules(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, VERSION_FLAG);
  if (version < 1) return -1;
  handled = FIRST_VERSION;
  if (version >= 2) handled |= REFER;
  if (version >= 3) handled |= TRUNCATE;
  if (version >= 5) handled |= DEVICE_CONTROL;
  struct ruleset rules = {handled, version >= 4 ? TCP : 0, version >= 6 ? SCOPES : 0};
  size_t size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
  return (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
}

static void allow(int ruleset, const char *path, uint64_t rights) {
  int place = open(path, O_PATH | O_CLOEXEC);
  struct stat status;
  if (place < 0) return;
  if (fstat(place, &status) == 0) {
    if (!S_ISDIR(status.st_mode)) rights &= FILES_ONLY;
    struct path_rule rule = {rights & handled, place};
    syscall(SYS_landlock_add_rule, ruleset, PATH_BENEATH, &rule, 0);
  }
  close(place);
}

void allow_reading(int ruleset, const char *path) {
  allow(ruleset, path, EXECUTE | READ_FILE | READ_FOLDER);
}

void allow_writing(int ruleset, const char *folder) {
  allow(ruleset, folder, handled & ~(uint64_t)DEVICE_CONTROL);
}

int enforce_path_rules(int ruleset) {
  return (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
}
