internal import Cprctl
import Glibc
import Synchronization

/// The programs that are running, so that none of them, nor what they started, outlives this one.
public final class RunningChildren: Sendable {
  /// The children of this process.
  public static let shared = RunningChildren()

  private let ids = Mutex<Set<pid_t>>([])
  private let adoptsOrphans = Atomic(false)

  /// Takes in the orphans of all children from now on, also those that left their group or session,
  /// and ends them with the child that they come from.
  ///
  /// For a program that starts its children by ``ChildProcess`` alone: others would be ended, too.
  public func adoptOrphans() {
    adoptsOrphans.store(adopt_orphans() == 0, ordering: .relaxed)
  }

  /// Starts a child; while it starts no other thread takes it for an orphan.
  func start(_ spawn: () throws -> pid_t) rethrows -> pid_t {
    try ids.withLock { known in
      let id = try spawn()
      known.insert(id)
      return id
    }
  }

  /// Forgets a child that has ended, and ends what it left behind.
  func remove(_ id: pid_t) {
    ids.withLock { known in
      known.remove(id)
      endOrphans(except: known)
    }
  }

  /// Ends all of them, as if each had failed: who waits for one learns of it.
  public func interrupt() {
    ids.withLock { for id in $0 { kill(-id, SIGKILL) } }
  }

  /// Ends all of them and everything they started, before this process ends.
  public func endAll() {
    ids.withLock {
      for id in $0 { kill(-id, SIGKILL) }
      endOrphans(except: [])
    }
  }

  /// Each round ends one generation: the children of what is ended come to this process.
  private func endOrphans(except known: Set<pid_t>) {
    guard adoptsOrphans.load(ordering: .relaxed) else { return }
    for _ in 0..<1000 {
      let orphans = children().filter { !known.contains($0) }
      if orphans.isEmpty { return }
      for id in orphans { kill(id, SIGKILL) }
      for id in orphans {
        var status: Int32 = 0
        waitpid(id, &status, 0)
      }
    }
  }

  private func children() -> [pid_t] {
    Files.entries(of: "/proc/self/task").flatMap { task in
      let list = (try? Files.read("/proc/self/task/\(task)/children")) ?? []
      return String(decoding: list, as: UTF8.self).split(separator: " ").compactMap { pid_t($0) }
    }
  }
}
