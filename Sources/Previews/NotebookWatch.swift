import Dispatch
import Glibc
import Platform
import Synchronization

/// Looks on a thread of its own whether a notebook's files change, and ends a run that is out of date.
public final class NotebookWatch: Sendable {
  private struct State {
    var files = WatchedFiles()
    var hasChanged = false
    var isRendering = false
  }

  private let state = Mutex(State())
  private let endRun: @Sendable () -> Void

  /// A watch over no files yet.
  ///
  /// - Parameter endRun: Is called again and again while what is rendered is out of date.
  public init(endRun: @escaping @Sendable () -> Void) {
    self.endRun = endRun
    DispatchQueue.global().async { [weak self] in
      while let self {
        self.look()
        usleep(50_000)
      }
    }
  }

  private func look() {
    let isOutOfDate = state.withLock { state in
      if state.files.haveChanged() { state.hasChanged = true }
      return state.isRendering && state.hasChanged
    }
    if isOutOfDate { endRun() }
  }

  /// Renders, and watches the files that it names together with the given one and those of earlier
  /// renderings: one that fails need not have come to all of them.
  ///
  /// - Returns: Whether the files are still as they were; where they are not, nobody needs what was
  ///   rendered.
  public func render(_ path: String, _ work: () -> [String]) -> Bool {
    state.withLock { state in
      state.files.watch(state.files.paths + [path])
      state.hasChanged = false
      state.isRendering = true
    }
    let files = work()
    return state.withLock { state in
      state.isRendering = false
      state.files.watch(state.files.paths + files)
      return !state.hasChanged
    }
  }

  /// Waits until one of the files is another than when it was rendered.
  public func waitForChange() {
    while !state.withLock({ $0.hasChanged }) { usleep(20_000) }
  }
}
