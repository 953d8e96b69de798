internal import Cprctl
import Glibc

/// A program started by this one, in a process group of its own.
public final class ChildProcess {
  /// Its process id.
  public let id: Int32
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: The executable.
  ///   - arguments: What follows the program's name.
  ///   - environment: The whole environment, `name=value`.
  ///   - descriptors: What the child has as descriptor 0, 1, 2, …; -1 for `/dev/null`.
  ///   - hasFixedAddresses: Whether its memory is at the same addresses in every run, so that what is
  ///     sorted or hashed by address is alike, too.
  /// - Throws: `SystemError` naming the program.
  public init(
    _ path: String, _ arguments: [String], environment: [String], descriptors: [Int32],
    hasFixedAddresses: Bool = false
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in descriptors.enumerated() {
      if source < 0 {
        posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", O_RDWR, 0)
      } else {
        posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    // This program looks at the end of a pipe; others expect to be ended by it.
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    id = try RunningChildren.shared.start {
      var id = pid_t()
      let before = hasFixedAddresses ? fix_addresses() : -1
      defer { release_addresses(before) }
      let failure = posix_spawn(&id, path, &actions, &attributes, &words, &variables)
      guard failure == 0 else { throw SystemError("cannot start '\(path)'", code: failure) }
      return id
    }
  }

  /// Sends a signal to the program alone.
  public func send(signal: Int32) {
    if status == nil { kill(id, signal) }
  }

  /// Ends the program and everything it started.
  public func end() {
    if status == nil { kill(-id, SIGKILL) }
  }

  /// Whether the program has ended by now.
  public func hasEnded() -> Bool {
    collect(WNOHANG)
  }

  /// Waits for the program's end and ends what it left behind.
  ///
  /// - Returns: Its exit code, or 128 + the number of the signal that ended it.
  @discardableResult
  public func wait() -> Int32 {
    while !collect(0) {}
    return status ?? 0
  }

  private func collect(_ options: Int32) -> Bool {
    if status != nil { return true }
    var raw: Int32 = 0
    guard waitpid(id, &raw, options) == id else { return false }
    status = raw & 0x7F == 0 ? (raw >> 8) & 0xFF : 128 + (raw & 0x7F)
    kill(-id, SIGKILL)
    RunningChildren.shared.remove(id)
    return true
  }
}

/// A pipe whose ends are closed in programs that are started.
public struct Pipe {
  /// The end to read from.
  public let reading: Int32
  /// The end to write to.
  public let writing: Int32

  /// A new pipe.
  ///
  /// - Throws: `SystemError` where the process has no descriptors left.
  public init() throws {
    var ends: [Int32] = [-1, -1]
    guard closing_pipe(&ends) == 0 else { throw SystemError("cannot make a pipe") }
    (reading, writing) = (ends[0], ends[1])
  }
}
