import Engine
import NotebookFormat
import Platform

/// One line on a terminal that tells which cell is running: `[7/15] convolution 1.2 s`.
final class ProgressLine {
  private let isShown: Bool
  private let start = Clock.seconds()
  private var current = ""
  private var onScreen = ""

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Shows what the run has come to.
  func show(_ progress: RunProgress, notebook: Notebook) {
    guard isShown else { return }
    switch progress {
    case .compiling: current = "compiling \(notebook.cells.count) cells"
    case .cell(let index):
      let label = notebook.cells[index].options.label.map { " \($0)" } ?? ""
      current = "[\(index + 1)/\(notebook.cells.count)]\(label)"
    case .note(let text): current = current.prefix { $0 != "·" } + "· \(text.prefix(60))"
    case .waiting: break
    }
    let tenths = Int((Clock.seconds() - start) * 10)
    // Nothing is shown of what is over before it can be read.
    guard tenths >= 3 else { return }
    let line = "\(current) \(tenths / 10).\(tenths % 10) s"
    if line != onScreen { printError("\r\u{1B}[K\(line)") }
    onScreen = line
  }

  /// Removes the line.
  func clear() {
    if !onScreen.isEmpty { printError("\r\u{1B}[K") }
    onScreen = ""
  }
}

/// Tells how long each stage took, for `--verbose`.
final class StageTimer {
  private let isShown: Bool
  private var last = Clock.seconds()

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Says what was done since the last mark.
  func mark(_ stage: String) {
    let now = Clock.seconds()
    let tenths = Int((now - last) * 10_000)
    if isShown { printError("nbrun: \(stage): \(tenths / 10).\(tenths % 10) ms\n") }
    last = now
  }
}
