import Diagnostics
import NotebookFormat

/// The compiler's errors, each given to the cell in which it stands.
struct CompileFailures {
  /// One failure for each cell that does not compile, in document order.
  let failures: [CellFailure]

  /// Sorts the compiler's errors by cell.
  ///
  /// - Throws: `NotebookErrors` where an error stands in no cell that can be left out, such as one
  ///   in an inline value.
  init(_ errors: [CompilerMessage], states: [CellState], notebook: Notebook) throws {
    var found: [CellFailure] = []
    var homeless: [Diagnostic] = []
    let fileName = notebook.source.name
    let placed = errors.map { $0.movedIntoCell(of: states, fileName: fileName) }
    for error in placed.inOrder(of: fileName) {
      let state = states.last {
        error.file == fileName && $0.cell.byte(at: error.position) != nil
      }
      guard let state, let byte = state.cell.byte(at: error.position) else {
        homeless.append(error.diagnostic)
        continue
      }
      let statement = state.analysis.statement(at: byte) ?? 0
      var diagnostic = error.diagnostic
      // Where the author shows the error on purpose, nothing is to be done about it.
      if state.cell.options.error == true { diagnostic.help = nil }
      if let index = found.firstIndex(where: { $0.cell == state.cell.index }) {
        found[index].goodStatements = min(found[index].goodStatements, statement)
        found[index].diagnostic.notes.append(diagnostic)
      } else {
        found.append(
          CellFailure(
            cell: state.cell.index, goodStatements: statement, diagnostic: diagnostic))
      }
    }
    guard homeless.isEmpty else {
      let all = found.map(\.diagnostic) + homeless
      throw NotebookErrors(diagnostics: all.sorted { $0.standsBefore($1, in: fileName) })
    }
    failures = found
  }
}

extension CompilerMessage {
  /// The message as a diagnostic with its notes.
  var diagnostic: Diagnostic {
    Diagnostic(
      severity, text, file: file, at: position, help: help,
      notes: notes.filter { $0.file == file }.map(\.diagnostic))
  }
}

extension CompilerMessage {
  /// The message, moved to the end of the cell's code where it stands on the line after it: there the
  /// compiler notices that something is missing.
  fileprivate func movedIntoCell(of states: [CellState], fileName: String) -> CompilerMessage {
    guard file == fileName, position.column == 1 else { return self }
    var moved = self
    for state in states {
      let code = state.cell.code.utf8
      let blank = code.reversed().prefix { $0 == 0x0A || $0 == 0x20 }.count
      let end = state.cell.position(ofByte: code.count - blank)
      if position.line == end.line + 1 { moved.position = end }
    }
    return moved
  }
}
