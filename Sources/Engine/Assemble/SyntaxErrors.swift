import Diagnostics
import NotebookFormat
internal import SwiftCode
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// What is no Swift in the cells and in the values of sentences, each read by itself.
///
/// In the program a brace that is not closed would take the following cells along.
struct SyntaxErrors {
  /// The errors, in document order.
  let errors: [CompilerMessage]

  /// Looks through the statements that are run and the values.
  init(in states: [CellState], values: [InlineValue], fileName: String) {
    let cells = states.filter { $0.cell.options.eval ?? true && !$0.isLeftOut }
    errors =
      (cells.flatMap { Self.errors(in: $0, fileName: fileName) }
      + values.compactMap { Self.error(in: $0, fileName: fileName) })
      .sorted { $0.position < $1.position }
  }

  private static func error(in value: InlineValue, fileName: String) -> CompilerMessage? {
    let tree = SwiftCode.tree(of: value.expression)
    let first = ParseDiagnosticsGenerator.diagnostics(for: tree)
      .first { $0.diagMessage.severity == .error }
    var isExpression = tree.statements.count == 1
    if case .expr? = tree.statements.first?.item {} else { isExpression = false }
    guard first != nil || !isExpression else { return nil }
    var position = value.position
    position.column += first?.position.utf8Offset ?? 0
    return CompilerMessage(
      severity: .error, text: first?.message ?? "a value in a sentence is one expression",
      file: fileName, position: position)
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
