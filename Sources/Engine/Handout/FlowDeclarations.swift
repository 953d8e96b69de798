internal import SwiftSyntax

/// What a statement declares for those below it.
enum FlowDeclarations {
  /// The names; the members of an extension or a protocol begin with a point.
  ///
  /// Those of a type are not among them: whoever reaches one has named the type, or a value of it.
  static func names(of item: CodeBlockItemSyntax.Item) -> Set<String> {
    switch item {
    case .decl(let declaration): names(of: declaration)
    case .stmt(let statement):
      statement.as(GuardStmtSyntax.self).map { bound(in: Syntax($0.conditions)) } ?? []
    default: []
    }
  }

  /// Whether what it does is done when its name is mentioned, and not where it stands.
  static func isDeferred(_ declaration: DeclSyntax) -> Bool {
    guard let variables = declaration.as(VariableDeclSyntax.self) else { return true }
    return variables.bindings.contains {
      $0.accessorBlock != nil || $0.initializer?.value.is(ClosureExprSyntax.self) == true
    }
  }

  /// Whether it is a type or an extension.
  static func hasMembers(_ declaration: DeclSyntax) -> Bool {
    declaration.asProtocol(DeclGroupSyntax.self) != nil
  }

  /// The variables and cases of a type, which hide others of the same name from what is in it; a function
  /// may be one of several.
  static func variables(of block: MemberBlockSyntax) -> Set<String> {
    block.members.reduce(into: []) { names, member in
      guard member.decl.is(VariableDeclSyntax.self) || member.decl.is(EnumCaseDeclSyntax.self)
      else { return }
      names.formUnion(FlowDeclarations.names(of: member.decl))
    }
  }

  private static func names(of declaration: DeclSyntax) -> Set<String> {
    var names: Set<String> = []
    if let variables = declaration.as(VariableDeclSyntax.self) {
      for binding in variables.bindings { names.formUnion(bound(in: Syntax(binding.pattern))) }
    } else if let function = declaration.as(FunctionDeclSyntax.self) {
      names.insert(function.name.text)
    } else if let cases = declaration.as(EnumCaseDeclSyntax.self) {
      names.formUnion(cases.elements.map(\.name.text))
    } else if let named = declaration.asProtocol(NamedDeclSyntax.self) {
      names.insert(named.name.text)
    }
    if declaration.is(ExtensionDeclSyntax.self) || declaration.is(ProtocolDeclSyntax.self),
      let group = declaration.asProtocol(DeclGroupSyntax.self)
    {
      for member in group.memberBlock.members {
        names.formUnion(
          FlowDeclarations.names(of: member.decl).map { $0.hasPrefix(".") ? $0 : ".\($0)" })
      }
    }
    return names
  }

  /// The names that patterns bind, closures left out.
  static func bound(in syntax: Syntax) -> Set<String> {
    if let pattern = syntax.as(IdentifierPatternSyntax.self) { return [pattern.identifier.text] }
    return syntax.children(viewMode: .sourceAccurate).reduce(into: []) { names, child in
      if !child.is(ClosureExprSyntax.self) { names.formUnion(bound(in: child)) }
    }
  }
}
