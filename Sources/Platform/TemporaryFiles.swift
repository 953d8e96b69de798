import Glibc

/// The files that are being written, so that an interrupted run can remove them.
public final class TemporaryFiles: @unchecked Sendable {
  /// The files of this process.
  public static let shared = TemporaryFiles()

  private var paths: Set<String> = []
  private let lock: UnsafeMutablePointer<pthread_mutex_t> = {
    let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    return lock
  }()

  func insert(_ path: String) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    paths.insert(path)
  }

  func remove(_ path: String) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    paths.remove(path)
  }

  /// Removes every file that is not finished.
  public func removeAll() {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    for path in paths { unlink(path) }
    paths = []
  }
}
