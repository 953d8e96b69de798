internal import SwiftSyntax

/// Collects the names of a statement that are not its own locals.
struct FlowScan {
  private(set) var mentioned: Set<String> = []
  private(set) var changed: Set<String> = []
  private(set) var answered: Set<String> = []
  private(set) var declaresReferenceType = false

  /// The names of one block, closure, loop or condition around a place.
  typealias Scope = Set<String>

  /// Methods of the core and the standard library that leave their receivers as they are.
  private static let pureMethods: Set<String> = [
    "max", "min", "sum", "mean", "map", "filter", "reduce", "flatMap", "compactMap", "transposed",
    "reshaped", "flattened", "asColumn", "asRow", "enumerated", "sorted", "reversed", "joined",
    "prefix", "suffix", "contains", "firstIndex", "lastIndex", "allSatisfy", "dropFirst",
    "dropLast", "rounded", "squared", "argmax", "argmin", "isMultiple", "hasPrefix", "hasSuffix",
    "first", "last", "predict", "predictAll", "predictLabels", "predictProbabilities", "accuracy",
    "evaluate", "mistakes", "summary", "lowRank", "norm", "windows", "padded", "sliced", "taking",
    "standardDeviation", "variance", "image", "string",
  ]

  /// Collects what is in a part of the code; the innermost scope comes last.
  mutating func walk(_ node: Syntax, locals: [Scope]) {
    if let token = node.as(TokenSyntax.self) { return take(token, locals) }
    collectChanges(node, locals)
    if node.is(ClassDeclSyntax.self) || node.is(ActorDeclSyntax.self) {
      declaresReferenceType = true
    }
    switch node.as(SyntaxEnum.self) {
    case .codeBlockItemList(let items):
      let names = items.reduce(into: Scope()) {
        $0.formUnion(FlowDeclarations.names(of: $1.item))
      }
      walkChildren(of: node, locals + [names])
    case .patternBinding(let binding):
      // In `let x = x` the second one is the outer one.
      walk(Syntax(binding.pattern), locals: locals)
      let outer = locals.without(FlowDeclarations.bound(in: Syntax(binding.pattern)))
      walk(binding.initializer, locals: outer)
      walk(binding.accessorBlock, locals: locals)
    case .optionalBindingCondition(let condition):
      let outer = locals.without(FlowDeclarations.bound(in: Syntax(condition.pattern)))
      walk(Syntax(condition.pattern), locals: outer)
      walk(condition.initializer, locals: outer)
    case .functionDecl(let function):
      walkChildren(of: node, locals + [function.signature.parameterClause.names])
    case .memberBlock(let block):
      walkChildren(of: node, locals + [FlowDeclarations.variables(of: block)])
    case .initializerDecl(let initializer):
      walkChildren(of: node, locals + [initializer.signature.parameterClause.names])
    case .subscriptDecl(let accessor):
      walkChildren(of: node, locals + [accessor.parameterClause.names])
    case .closureExpr(let closure):
      walk(closure.signature?.capture, locals: locals)
      walk(Syntax(closure.statements), locals: locals + [closure.names])
    case .forStmt(let loop):
      let inner = locals + [FlowDeclarations.bound(in: Syntax(loop.pattern))]
      walk(Syntax(loop.sequence), locals: locals)
      walk(loop.whereClause, locals: inner)
      walk(Syntax(loop.body), locals: inner)
    case .ifExpr(let condition):
      walk(Syntax(condition.conditions), locals: locals)
      walk(
        Syntax(condition.body),
        locals: locals + [FlowDeclarations.bound(in: Syntax(condition.conditions))])
      walk(condition.elseBody, locals: locals)
    case .whileStmt(let loop):
      walk(Syntax(loop.conditions), locals: locals)
      walk(
        Syntax(loop.body), locals: locals + [FlowDeclarations.bound(in: Syntax(loop.conditions))])
    case .switchCase(let choice):
      walk(Syntax(choice.label), locals: locals)
      walk(
        Syntax(choice.statements),
        locals: locals + [FlowDeclarations.bound(in: Syntax(choice.label))])
    default: walkChildren(of: node, locals)
    }
  }
}

extension FlowScan {
  private mutating func walk(_ node: (some SyntaxProtocol)?, locals: [Scope]) {
    if let node { walk(Syntax(node), locals: locals) }
  }

  private mutating func walkChildren(of node: Syntax, _ locals: [Scope]) {
    for child in node.children(viewMode: .sourceAccurate) { walk(child, locals: locals) }
  }

  private mutating func take(_ token: TokenSyntax, _ locals: [Scope]) {
    switch token.tokenKind {
    case .identifier(let text):
      let name = text.filter { $0 != "`" }
      if token.previousToken(viewMode: .sourceAccurate)?.tokenKind == .period {
        mentioned.insert(".\(name)")
      } else if !token.isLabel, !locals.hold(name) {
        mentioned.insert(name)
      }
    case .binaryOperator(let name), .prefixOperator(let name), .postfixOperator(let name):
      mentioned.insert(name)
    default: break
    }
  }

  private mutating func collectChanges(_ node: Syntax, _ locals: [Scope]) {
    if let sequence = node.as(SequenceExprSyntax.self) {
      var previous: ExprSyntax?
      for element in sequence.elements {
        if element.assigns, let previous { change(previous, locals) }
        previous = element
      }
    } else if let argument = node.as(InOutExprSyntax.self) {
      change(argument.expression, locals)
    } else if let call = node.as(FunctionCallExprSyntax.self) {
      if let member = call.calledExpression.as(MemberAccessExprSyntax.self), let base = member.base,
        !Self.pureMethods.contains(member.declName.baseName.text)
      {
        change(base, locals)
      }
      if call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text == "answer",
        let value = call.arguments.dropFirst().first?.expression.as(DeclReferenceExprSyntax.self)
      {
        answered.insert(value.baseName.text)
      }
    }
  }

  /// Takes the variables whose parts an expression names: `a` in `a.b[i]`, both in `(a, b)`.
  private mutating func change(_ expression: ExprSyntax, _ locals: [Scope]) {
    if let name = expression.as(DeclReferenceExprSyntax.self)?.baseName.text {
      if !locals.hold(name) { changed.insert(name) }
    } else if let member = expression.as(MemberAccessExprSyntax.self) {
      if let base = member.base { change(base, locals) }
    } else if let call = expression.as(SubscriptCallExprSyntax.self) {
      change(call.calledExpression, locals)
    } else if let call = expression.as(FunctionCallExprSyntax.self) {
      change(call.calledExpression, locals)
    } else if let chain = expression.as(OptionalChainingExprSyntax.self) {
      change(chain.expression, locals)
    } else if let forced = expression.as(ForceUnwrapExprSyntax.self) {
      change(forced.expression, locals)
    } else if let tuple = expression.as(TupleExprSyntax.self) {
      for element in tuple.elements { change(element.expression, locals) }
    }
  }
}

extension [FlowScan.Scope] {
  fileprivate func hold(_ name: String) -> Bool { contains { $0.contains(name) } }

  /// The scopes, the innermost without the given names.
  fileprivate func without(_ names: FlowScan.Scope) -> Self {
    guard let last else { return self }
    return dropLast() + [last.subtracting(names)]
  }
}

extension TokenSyntax {
  /// Whether it names an argument, a part of a tuple or the declaration itself, and nothing elsewhere.
  fileprivate var isLabel: Bool {
    switch parent?.as(SyntaxEnum.self) {
    case .labeledExpr(let argument): argument.label == self
    case .functionParameter(let parameter):
      parameter.secondName != nil && parameter.firstName == self
    case .tupleTypeElement(let element): element.firstName == self || element.secondName == self
    case .enumCaseParameter(let parameter):
      parameter.firstName == self || parameter.secondName == self
    case .functionDecl(let function): function.name == self
    case .declNameArgument: true
    default: false
    }
  }
}

extension ExprSyntax {
  /// Whether it is an operator that changes what stands before it.
  fileprivate var assigns: Bool {
    if self.is(AssignmentExprSyntax.self) { return true }
    guard let text = self.as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    let compares = ["==", "!=", "<=", ">=", "===", "!==", "~=", ".==", ".!=", ".<=", ".>="]
    return text.hasSuffix("=") && !compares.contains(text)
  }
}

extension FunctionParameterClauseSyntax {
  fileprivate var names: FlowScan.Scope {
    Set(parameters.map { ($0.secondName ?? $0.firstName).text })
  }
}

extension ClosureExprSyntax {
  fileprivate var names: FlowScan.Scope {
    switch signature?.parameterClause {
    case .simpleInput(let list): Set(list.map(\.name.text))
    case .parameterClause(let clause):
      Set(clause.parameters.map { ($0.secondName ?? $0.firstName).text })
    default: []
    }
  }
}
