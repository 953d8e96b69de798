import Diagnostics
import NotebookFormat
internal import SwiftCode
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// What is no Swift in the cells, each cell read by itself.
///
/// In the program a brace that is not closed would take the following cells along.
struct SyntaxErrors {
  /// The errors, in document order.
  let errors: [CompilerMessage]

  /// Looks through the statements that are run.
  init(in states: [CellState], fileName: String) {
    errors = states.filter { $0.cell.options.eval ?? true && !$0.isLeftOut }.flatMap { state in
      Self.errors(in: state, fileName: fileName)
    }
  }

  private static func errors(in state: CellState, fileName: String) -> [CompilerMessage] {
    func message(_ text: String, _ offset: Int) -> CompilerMessage {
      CompilerMessage(
        severity: .error, text: text, file: fileName, position: state.cell.position(ofByte: offset))
    }
    let end = state.isWhole ? Int.max : state.runnableStatements.last?.range.upperBound ?? 0
    if let comment = state.analysis.openComment, comment < end {
      return [message("unterminated '/*' comment", comment)]
    }
    guard state.analysis.hasSyntaxErrors else { return [] }
    let tree = SwiftCode.tree(of: state.cell.code)
    // The others mostly follow from the first.
    return ParseDiagnosticsGenerator.diagnostics(for: tree).filter {
      $0.diagMessage.severity == .error && $0.position.utf8Offset < end
    }.prefix(1).map { message($0.message, $0.position.utf8Offset) }
  }
}
