import Engine
import NotebookFormat
import Platform

/// One line on a terminal that tells which cell is running: `[7/15] convolution 1.2 s`.
final class ProgressLine {
  private let start = Clock.seconds()
  private var current = ""
  private var line: TerminalLine

  init(isQuiet: Bool) {
    line = TerminalLine(isQuiet: isQuiet)
  }

  /// Shows what the run has come to.
  func show(_ progress: RunProgress, notebook: Notebook) {
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
    line.show("\(current) \(tenths / 10).\(tenths % 10) s")
  }

  /// Removes the line.
  func clear() {
    line.clear()
  }
}
