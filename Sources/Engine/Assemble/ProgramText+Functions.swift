import NotebookFormat

extension ProgramText {
  /// Appends a function for each step, and what the cells declare before it.
  mutating func appendFunctions(_ steps: ArraySlice<ProgramStep>) {
    for step in steps {
      switch step {
      case .cell(let state): appendFunction(step.name, of: state)
      case .value(let value):
        appendLine("func \(step.name)() throws {")
        append(value)
        appendLine("}")
      }
    }
  }

  /// Appends the `main` that calls the steps' functions in order.
  mutating func appendMain(_ steps: [ProgramStep]) {
    appendLine("@main private struct NotebookProgram {")
    appendLine("static func main() throws {")
    appendLine("CellRuntime.begin()")
    for step in steps { appendLine("try \(step.name)()") }
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
    appendLine("func \(name)() throws {")
    appendLine("CellRuntime.start(\(cell.index))")
    append(body)
    appendLine("CellRuntime.end(\(cell.index))")
    appendLine("}")
  }
}
