import Glibc
import Synchronization

/// The files and folders that must not outlive the process, so that an interrupted run can remove them.
public final class TemporaryFiles: Sendable {
  /// The files of this process.
  public static let shared = TemporaryFiles()

  private let paths = Mutex<Set<String>>([])

  func insert(_ path: String) {
    paths.withLock { _ = $0.insert(path) }
  }

  func remove(_ path: String) {
    paths.withLock { _ = $0.remove(path) }
  }

  /// Removes all of them.
  public func removeAll() {
    paths.withLock {
      for path in $0 { Files.remove(path) }
      $0 = []
    }
  }
}
