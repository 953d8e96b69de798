import NotebookFormat

extension ProgramText {
  /// Appends the steps as the statements of a script.
  mutating func appendScript(_ steps: [ProgramStep]) {
    appendLine("CellRuntime.begin()")
    for step in steps {
      switch step {
      case .cell(let state): append(state)
      case .value(let value): append(value)
      }
    }
    appendLine("CellRuntime.finish()")
  }

  private mutating func append(_ state: CellState) {
    guard let first = state.runnableStatements.first, let last = state.runnableStatements.last
    else { return }
    let (cell, start) = (state.cell, first.range.lowerBound)
    appendLine("CellRuntime.start(\(cell.index))")
    if state.isWhole, let displayed = state.analysis.displayedRange {
      if start < displayed.lowerBound { appendCode(start..<displayed.lowerBound, of: cell) }
      appendCode(displayed, of: cell, opening: "CellRuntime.display(", closing: ")")
    } else {
      appendCode(start..<last.range.upperBound, of: cell)
    }
    appendLine("CellRuntime.end(\(cell.index))")
  }
}
