import Diagnostics
internal import SwiftParser
internal import SwiftSyntax

/// What the engine must know of a cell's code: its statements and the names they make and use.
struct CellAnalysis: Sendable {
  /// A statement or declaration at the top level of a cell.
  struct Statement: Sendable {
    /// Its bytes in the code, from its first token to its last.
    var range: Range<Int>
    /// Whether it is an expression whose value is displayed when it stands last.
    var isDisplayable: Bool
    /// The names it declares for the cells that follow.
    var declaredNames: Set<String>
    /// Every identifier in it.
    var usedNames: Set<String>
  }

  /// The statements in order.
  var statements: [Statement]

  /// The analysis of a cell's code.
  init(code: String) {
    let tree = Parser.parse(source: code)
    statements = tree.statements.map { item in
      let start = item.positionAfterSkippingLeadingTrivia.utf8Offset
      let end = item.endPositionBeforeTrailingTrivia.utf8Offset
      return Statement(
        range: start..<max(start, end),
        isDisplayable: item.semicolon == nil && isDisplayable(item.item),
        declaredNames: declaredNames(of: item.item), usedNames: identifiers(in: Syntax(item)))
    }
    statements.removeAll { $0.range.isEmpty }
  }

  /// The range of the expression that is displayed, or nil where the cell ends otherwise.
  var displayedRange: Range<Int>? {
    guard let last = statements.last, last.isDisplayable else { return nil }
    return last.range
  }

  /// Every identifier in the code.
  var usedNames: Set<String> {
    statements.reduce(into: []) { $0.formUnion($1.usedNames) }
  }

  /// The index of the statement that holds a byte, or of the last one before it.
  func statement(at offset: Int) -> Int? {
    statements.lastIndex { $0.range.lowerBound <= offset }
  }
}

private func isDisplayable(_ item: CodeBlockItemSyntax.Item) -> Bool {
  guard case .expr(let expression) = item else { return false }
  if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return false }
  guard let sequence = expression.as(SequenceExprSyntax.self) else { return true }
  return !sequence.elements.contains { $0.is(AssignmentExprSyntax.self) }
}

private func declaredNames(of item: CodeBlockItemSyntax.Item) -> Set<String> {
  guard case .decl(let declaration) = item else { return [] }
  switch declaration.as(DeclSyntaxEnum.self) {
  case .variableDecl(let variables):
    return Set(variables.bindings.flatMap { boundNames(in: $0.pattern) })
  case .functionDecl(let function): return [function.name.text]
  case .structDecl(let type): return [type.name.text]
  case .classDecl(let type): return [type.name.text]
  case .enumDecl(let type): return [type.name.text]
  case .actorDecl(let type): return [type.name.text]
  case .protocolDecl(let type): return [type.name.text]
  case .typeAliasDecl(let type): return [type.name.text]
  default: return []
  }
}

private func boundNames(in pattern: PatternSyntax) -> [String] {
  if let name = pattern.as(IdentifierPatternSyntax.self) { return [name.identifier.text] }
  guard let tuple = pattern.as(TuplePatternSyntax.self) else { return [] }
  return tuple.elements.flatMap { boundNames(in: $0.pattern) }
}

private func identifiers(in syntax: Syntax) -> Set<String> {
  var names: Set<String> = []
  for token in syntax.tokens(viewMode: .sourceAccurate) {
    if case .identifier(let name) = token.tokenKind { names.insert(name) }
  }
  return names
}
