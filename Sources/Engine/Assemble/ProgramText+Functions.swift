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
    appendLine("CellRuntime.finish()")
    appendLine("}")
    appendLine("}")
  }

  private mutating func appendFunction(_ name: String, of state: CellState) {
    let (cell, statements) = (state.cell, state.runnableStatements)
    let keeping = state.keeping
    let displayed = state.isWhole ? state.analysis.displayedRange : nil
    var body = emptied
    var reads = emptied
    for statement in statements {
      switch statement.role {
      case .declaration: appendCode(statement.range, of: cell)
      case .binding(let binding):
        if let initializer = binding.initializer, keeping != nil, !binding.isFunction {
          let isFinal = !binding.isVariable || binding.names.count > 1
          appendDeclaration(
            statement.range, of: cell, initializer: initializer,
            opening: "CellRuntime.value(of: \(quoted(binding.names)), isFinal: \(isFinal))")
        } else if let initializer = binding.initializer, binding.canThrow {
          appendDeclaration(
            statement.range, of: cell, initializer: initializer, opening: "CellRuntime.value")
        } else {
          appendCode(statement.range, of: cell)
        }
        for name in binding.names {
          body.appendLine("_ = \(name)")
          reads.appendLine("_ = \(name)")
        }
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
    if let keeping {
      append(body, reads: reads, keeping)
    } else {
      append(body)
    }
    appendLine("CellRuntime.end(\(cell.index))")
    appendLine("}")
  }

  /// Appends a body that is run unless an earlier run has kept what it brings forth.
  private mutating func append(_ body: ProgramText, reads: ProgramText, _ keeping: CellKeeping) {
    func additions(_ names: [String]) -> String {
      "{ kept in \(names.map { "kept.add(\(quoted([$0])), \($0))" }.joined(separator: "; ")) }"
    }
    appendLine("if CellRuntime.recalls(\(quoted([keeping.code])), \(additions(keeping.inputs))) {")
    append(reads)
    for name in keeping.restored { appendLine("CellRuntime.recall(\(quoted([name])), &\(name))") }
    appendLine("} else {")
    append(body)
    appendLine("CellRuntime.keep \(additions(keeping.changed))")
    appendLine("}")
  }

  private func quoted(_ names: [String]) -> String {
    "\"\(names.joined(separator: " "))\""
  }
}
