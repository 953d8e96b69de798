import NotebookFormat

extension ProgramText {
  /// Appends a function for each step, what the cells declare before it, and the `main` that calls
  /// them in order.
  mutating func appendFunctions(_ steps: [ProgramStep]) {
    var calls: [String] = []
    for step in steps {
      let name: String
      switch step {
      case .cell(let state):
        name = "cell\(state.cell.index)"
        appendFunction(name, of: state)
      case .value(let value):
        name = "value\(value.index)"
        appendLine("private func nbrun_\(name)() throws {")
        append(value)
        appendLine("}")
      }
      calls.append("nbrun_\(name)")
    }
    appendLine("@main private struct NotebookProgram {")
    appendLine("static func main() throws {")
    appendLine("CellRuntime.begin()")
    for call in calls { appendLine("try \(call)()") }
    appendLine("}")
    appendLine("}")
  }

  private mutating func appendFunction(_ name: String, of state: CellState) {
    let (cell, statements) = (state.cell, state.runnableStatements)
    let displayed = state.isWhole ? state.analysis.displayedRange : nil
    var body = emptied
    for statement in statements {
      switch statement.role {
      case .declaration: appendCode(statement.range, of: cell)
      case .binding(let names, let initializer):
        if let initializer {
          appendDeclaration(
            statement.range, of: cell, initializer: initializer, opening: "CellRuntime.value")
        } else {
          appendCode(statement.range, of: cell)
        }
        for name in names { body.appendLine("_ = \(name)") }
      case .action, .scriptOnly:
        if statement.range == displayed {
          body.appendCode(
            statement.range, of: cell, opening: "CellRuntime.display(", closing: ")")
        } else {
          body.appendCode(statement.range, of: cell)
        }
      }
    }
    appendLine("private func nbrun_\(name)() throws {")
    appendLine("CellRuntime.start(\(cell.index))")
    append(body)
    appendLine("CellRuntime.end(\(cell.index))")
    appendLine("}")
  }
}
