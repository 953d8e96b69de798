import Platform
import Synchronization

/// One line on a terminal: `[120/1000] 6.1 s, about 45 s more`.
final class SheetProgress: Sendable {
  private struct State: Sendable {
    var line: TerminalLine
    var tenths = -1
  }

  private let start = Clock.seconds()
  private let state: Mutex<State>

  init(isQuiet: Bool) {
    state = Mutex(State(line: TerminalLine(isQuiet: isQuiet)))
  }

  /// Shows how far it is, at most ten times a second.
  func show(_ done: Int, of count: Int) {
    let seconds = Clock.seconds() - start
    let tenths = Int(seconds * 10)
    let rest = Int((seconds / Double(done) * Double(count - done)).rounded(.up))
    state.withLock { state in
      guard state.tenths != tenths else { return }
      state.tenths = tenths
      state.line.show(
        "[\(done)/\(count)] \(tenths / 10).\(tenths % 10) s, about \(rest) s more")
    }
  }

  /// Removes the line.
  func clear() {
    state.withLock { $0.line.clear() }
  }
}
