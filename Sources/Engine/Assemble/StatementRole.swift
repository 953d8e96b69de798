internal import SwiftSyntax

/// Where a statement of a cell goes in the program.
enum StatementRole: Hashable, Sendable {
  /// To the file's scope: a function, a type, an import, a computed variable.
  case declaration
  /// To the file's scope, to be computed when its turn comes.
  case binding(Binding)
  /// Into the function of its cell.
  case action
  /// Only the top level of a script can hold it, such as `guard`, `defer`, `await` or a variable that
  /// gets its first value later.
  case scriptOnly

  /// Variables with their first values.
  struct Binding: Hashable, Sendable {
    /// The names, from left to right.
    var names: [String]
    /// Whether it is `var` and not `let`.
    var isVariable: Bool
    /// The only initializer's bytes in the code; nil where there are several.
    var initializer: Range<Int>?
    /// Whether the initializer can throw.
    var canThrow = false
    /// Whether it is a function in all but name: a constant with a closure for its value.
    var isFunction = false
    /// Whether it watches its changes by `willSet` or `didSet`.
    var isObserved = false
  }

  init(_ item: CodeBlockItemSyntax) {
    let tokens = item.tokens(viewMode: .sourceAccurate)
    if tokens.contains(where: { $0.tokenKind == .keyword(.await) && !$0.isInside(item) }) {
      self = .scriptOnly
      return
    }
    switch item.item {
    case .decl(let declaration): self.init(declaration)
    case .stmt(let statement):
      let isScript = statement.is(GuardStmtSyntax.self) || statement.is(DeferStmtSyntax.self)
      self = isScript || item.returns ? .scriptOnly : .action
    case .expr: self = item.returns ? .scriptOnly : .action
    @unknown default: self = .scriptOnly
    }
  }

  private init(_ declaration: DeclSyntax) {
    if declaration.is(IfConfigDeclSyntax.self) || declaration.is(MacroExpansionDeclSyntax.self) {
      self = .scriptOnly
    } else if let variables = declaration.as(VariableDeclSyntax.self) {
      self.init(variables)
    } else {
      self = .declaration
    }
  }

  private init(_ variables: VariableDeclSyntax) {
    let bindings = variables.bindings
    guard bindings.contains(where: { $0.initializer != nil }) else {
      let isComputed = bindings.allSatisfy { $0.accessorBlock != nil }
      self = isComputed ? .declaration : .scriptOnly
      return
    }
    guard bindings.allSatisfy({ $0.initializer != nil }) else {
      self = .scriptOnly
      return
    }
    let only = bindings.count == 1 ? bindings.first?.initializer?.value : nil
    guard only != nil || !variables.tries else {
      self = .scriptOnly
      return
    }
    let names = bindings.map { boundNames(in: $0.pattern) }
    guard names.allSatisfy({ !$0.isEmpty }) else {
      // The file's scope takes only what has a name, such as no `let _ = f()`.
      self = names.allSatisfy(\.isEmpty) ? .action : .scriptOnly
      return
    }
    let isVariable = variables.bindingSpecifier.tokenKind == .keyword(.var)
    self = .binding(
      Binding(
        names: names.flatMap { $0 }, isVariable: isVariable,
        initializer: only.map(\.bytes),
        canThrow: variables.tries,
        isFunction: !isVariable && only?.is(ClosureExprSyntax.self) == true,
        isObserved: bindings.contains { $0.accessorBlock != nil }))
  }
}

extension CodeBlockItemSyntax {
  /// Whether it would leave the function of its cell.
  fileprivate var returns: Bool {
    tokens(viewMode: .sourceAccurate).contains {
      $0.tokenKind == .keyword(.return) && !$0.isInside(self)
    }
  }
}

extension ExprSyntax {
  /// Its bytes in the code.
  fileprivate var bytes: Range<Int> {
    let start = positionAfterSkippingLeadingTrivia.utf8Offset
    return start..<endPositionBeforeTrailingTrivia.utf8Offset
  }
}

extension VariableDeclSyntax {
  /// Whether an initializer can throw.
  fileprivate var tries: Bool {
    tokens(viewMode: .sourceAccurate).contains { token in
      token.tokenKind == .keyword(.try)
        && token.parent?.as(TryExprSyntax.self)?.questionOrExclamationMark == nil
    }
  }
}

extension TokenSyntax {
  /// Whether it belongs to a closure or a declaration inside the item, and not to the item itself.
  fileprivate func isInside(_ item: CodeBlockItemSyntax) -> Bool {
    var node = parent
    while let current = node, current.id != item.id {
      switch current.kind {
      case .closureExpr, .functionDecl, .accessorDecl, .initializerDecl, .structDecl, .classDecl,
        .enumDecl, .actorDecl, .extensionDecl, .protocolDecl:
        return true
      default: node = current.parent
      }
    }
    return false
  }
}
