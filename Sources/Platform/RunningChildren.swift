import Glibc
import Synchronization

/// The programs that are running, so that an interrupted run leaves none behind.
public final class RunningChildren: Sendable {
  /// The children of this process.
  public static let shared = RunningChildren()

  private let ids = Mutex<Set<pid_t>>([])

  func insert(_ id: pid_t) {
    ids.withLock { _ = $0.insert(id) }
  }

  func remove(_ id: pid_t) {
    ids.withLock { _ = $0.remove(id) }
  }

  /// Ends all of them and everything they started.
  public func endAll() {
    ids.withLock { for id in $0 { kill(-id, SIGKILL) } }
  }
}
