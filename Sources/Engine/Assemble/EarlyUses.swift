import Diagnostics
import NotebookFormat

/// The places where cells use a variable before the statement that declares it has run.
///
/// Swift lets a script do so and reads memory that nobody has written yet.
struct EarlyUses {
  /// An error for each such variable and cell, in document order.
  let errors: [CompilerMessage]

  /// Looks through the statements that are run.
  init(in states: [CellState], fileName: String) {
    var declared: Set<String> = []
    var declarations: [String: (cell: Cell, offset: Int)] = [:]
    for state in states where state.isRun {
      for statement in state.runnableStatements {
        guard case .binding(let binding) = statement.role else { continue }
        for name in binding.names where declarations[name] == nil {
          declarations[name] = (state.cell, statement.range.lowerBound)
        }
      }
    }
    var errors: [CompilerMessage] = []
    for state in states where state.isRun {
      for statement in state.runnableStatements {
        let own = statement.declaredNames
        for reference in statement.references
        where !declared.contains(reference.name) && !own.contains(reference.name) {
          guard let declaration = declarations[reference.name] else { continue }
          declared.insert(reference.name)
          errors.append(
            CompilerMessage(
              severity: .error, text: "'\(reference.name)' is used before its declaration",
              file: fileName, position: state.cell.position(ofByte: reference.offset),
              notes: [
                CompilerMessage(
                  severity: .note, text: "'\(reference.name)' is declared here", file: fileName,
                  position: declaration.cell.position(ofByte: declaration.offset))
              ]))
        }
        declared.formUnion(own)
      }
    }
    self.errors = errors
  }
}
