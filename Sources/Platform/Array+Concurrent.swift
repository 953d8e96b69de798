import Glibc

extension Array where Element: Sendable {
  /// What a function makes of each element, in order, computed on all processors.
  public func concurrentMap<Result: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let workerCount = Swift.min(Processors.count, count)
    guard workerCount > 1 else { return map(transform) }
    // Neighbours take about as long: each worker takes every so many.
    var parts = [[Result]](repeating: [], count: workerCount)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      let workers = (0..<workerCount).map { first in
        Worker {
          parts[first] = stride(from: first, to: self.count, by: workerCount).map {
            transform(self[$0])
          }
        }
      }
      for worker in workers { worker.start() }
      for worker in workers { worker.wait() }
    }
    return indices.map { parts[$0 % workerCount][$0 / workerCount] }
  }
}

/// Work on a thread of its own.
private final class Worker {
  private let work: () -> Void
  private var thread: pthread_t?

  init(work: @escaping () -> Void) {
    self.work = work
  }

  /// Starts the thread, or does the work at once where there is none to be had.
  func start() {
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { worker in
        Unmanaged<Worker>.fromOpaque(worker!).takeUnretainedValue().work()
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
    if code == 0 { self.thread = thread } else { work() }
  }

  /// Returns when the work is done.
  func wait() {
    if let thread { pthread_join(thread, nil) }
  }
}
