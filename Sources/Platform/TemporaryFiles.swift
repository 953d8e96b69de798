import Glibc
import Synchronization

/// The files that are being written, so that an interrupted run can remove them.
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

  /// Removes every file that is not finished.
  public func removeAll() {
    paths.withLock {
      for path in $0 { unlink(path) }
      $0 = []
    }
  }
}
