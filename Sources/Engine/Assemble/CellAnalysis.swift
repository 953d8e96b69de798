import Diagnostics
internal import SwiftCode
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
    /// Where it goes in the program.
    var role: StatementRole
    /// Whether the rest of the program reaches what it declares by name alone, as with functions; a
    /// type and what it conforms to are reached in other ways too.
    var isReachedByName: Bool
    /// Whether it declares a function, whose code runs when it is called.
    var isFunction: Bool
    /// Whether it declares a type with a variable that all its values share.
    var hasSharedVariables: Bool
    /// The values and functions that it takes from outside: a declaration of a function or of a computed
    /// variable when that is used, everything else when it runs.
    var references: [Reference]
  }

  /// A name that stands for a value.
  struct Reference: Sendable {
    /// The name.
    var name: String
    /// Its first byte in the code.
    var offset: Int
    /// Whether it is called.
    var isCalled: Bool
    /// Whether it stands in a closure, which may run later.
    var isInClosure: Bool
  }

  /// The statements in order.
  var statements: [Statement]
  /// Whether something in the code is no Swift.
  let hasSyntaxErrors: Bool
  /// The first byte of a comment that does not end.
  let openComment: Int?
  /// What another run does not repeat.
  private(set) var unrepeatableCalls: [UnrepeatableCall] = []

  /// The analysis of a cell's code.
  init(code: String) {
    let tree = SwiftCode.tree(of: code)
    hasSyntaxErrors = tree.hasError
    openComment = tree.endOfFileToken.openComment
    statements = tree.statements.map { item in
      let start = item.positionAfterSkippingLeadingTrivia.utf8Offset
      let end = item.endPositionBeforeTrailingTrivia.utf8Offset
      return Statement(
        range: start..<max(start, end),
        isDisplayable: item.semicolon == nil && isDisplayable(item.item),
        declaredNames: declaredNames(of: item.item), usedNames: identifiers(in: Syntax(item)),
        role: StatementRole(item), isReachedByName: isReachedByName(item.item),
        isFunction: item.item.as(FunctionDeclSyntax.self) != nil,
        hasSharedVariables: hasSharedVariables(item.item), references: references(in: item))
    }
    statements.removeAll { $0.range.isEmpty }
    unrepeatableCalls = UnrepeatableCall.all(in: tree, using: usedNames)
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

extension TokenSyntax {
  /// Where the comment before the token begins, if it does not end.
  fileprivate var openComment: Int? {
    guard case .blockComment(let text) = leadingTrivia.pieces.last,
      !text.hasSuffix("*/") || text.count < 4
    else { return nil }
    return positionAfterSkippingLeadingTrivia.utf8Offset - text.utf8.count
  }
}

private func isDisplayable(_ item: CodeBlockItemSyntax.Item) -> Bool {
  guard case .expr(let expression) = item else { return false }
  if expression.is(IfExprSyntax.self) || expression.is(SwitchExprSyntax.self) { return false }
  if let macro = expression.as(MacroExpansionExprSyntax.self),
    ["warning", "error"].contains(macro.macroName.text)
  {
    return false
  }
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

private func isReachedByName(_ item: CodeBlockItemSyntax.Item) -> Bool {
  guard case .decl(let declaration) = item else { return true }
  if let function = declaration.as(FunctionDeclSyntax.self) {
    if case .identifier = function.name.tokenKind { return true }
  }
  return declaration.is(VariableDeclSyntax.self)
}

private func hasSharedVariables(_ item: CodeBlockItemSyntax.Item) -> Bool {
  guard case .decl(let declaration) = item, let type = declaration.asProtocol(DeclGroupSyntax.self)
  else { return false }
  return type.memberBlock.members.contains { member in
    guard let variables = member.decl.as(VariableDeclSyntax.self) else {
      return hasSharedVariables(.decl(member.decl))
    }
    let isShared = variables.modifiers.contains { $0.name.tokenKind == .keyword(.static) }
    return isShared && variables.bindingSpecifier.tokenKind == .keyword(.var)
      && variables.bindings.contains { $0.initializer != nil }
  }
}

/// The names in a pattern, from left to right.
func boundNames(in pattern: PatternSyntax) -> [String] {
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

/// The names that a statement takes from outside; none where it declares a type or the like.
private func references(in item: CodeBlockItemSyntax) -> [CellAnalysis.Reference] {
  if case .decl(let declaration) = item.item, !declaration.is(VariableDeclSyntax.self),
    !declaration.is(FunctionDeclSyntax.self)
  {
    return []
  }
  var local: Set<String> = []
  var found: [CellAnalysis.Reference] = []
  var closures = 0
  for token in item.tokens(viewMode: .sourceAccurate) {
    guard let parent = token.parent else { continue }
    if parent.is(ClosureExprSyntax.self) {
      closures += token.tokenKind == .leftBrace ? 1 : token.tokenKind == .rightBrace ? -1 : 0
    }
    guard case .identifier(let name) = token.tokenKind else { continue }
    switch parent.kind {
    case .identifierPattern, .closureShorthandParameter, .closureParameter, .functionParameter,
      .functionDecl:
      local.insert(name)
    case .declReferenceExpr:
      let isMember = parent.parent?.as(MemberAccessExprSyntax.self)?.declName.id == parent.id
      if !isMember {
        let call = parent.parent?.as(FunctionCallExprSyntax.self)
        found.append(
          .init(
            name: name, offset: token.positionAfterSkippingLeadingTrivia.utf8Offset,
            isCalled: call?.calledExpression.id == parent.id,
            isInClosure: closures > 0))
      }
    default: break
    }
  }
  return found.filter { !local.contains($0.name) }
}
