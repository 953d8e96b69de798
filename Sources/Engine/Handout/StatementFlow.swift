internal import SwiftCode
internal import SwiftParser
internal import SwiftSyntax

/// Which names a statement reads and which it may change, for following what solutions compute.
///
/// It tells rather too much than too little: names are told apart by scope and not by type, and a method
/// counts as changing its receiver unless it is known not to.
struct StatementFlow {
  /// The statement's bytes in the code.
  var range: Range<Int>
  /// Every identifier in it but for labels; what stands behind a point begins with one, `.count`.
  var mentioned: Set<String>
  /// The names that it declares for the statements below; the members of what it declares or extends
  /// begin with a point.
  var declared: Set<String>
  /// The names that it may change.
  var changed: Set<String>
  /// Names that do their work when they are mentioned later: functions, types and their members,
  /// closures, computed values.
  var deferred: Set<String>
  /// The names of variables that it records as answers as they are.
  var answered: Set<String>
  /// Whether it declares a class or an actor, whose instances are shared.
  var declaresReferenceType: Bool

  /// The statements of a cell.
  static func statements(of code: String) -> [StatementFlow] {
    SwiftCode.tree(of: code).statements.map { item in
      var scan = FlowScan()
      scan.walk(Syntax(item.item), locals: [])
      let declared = FlowDeclarations.names(of: item.item)
      var flow = StatementFlow(
        range: item.positionAfterSkippingLeadingTrivia.utf8Offset..<item.endPosition.utf8Offset,
        mentioned: scan.mentioned, declared: declared, changed: scan.changed, deferred: [],
        answered: scan.answered, declaresReferenceType: scan.declaresReferenceType)
      if case .decl(let declaration) = item.item, FlowDeclarations.isDeferred(declaration) {
        flow.deferred = declared
        if FlowDeclarations.hasMembers(declaration) {
          // Members need no point within their type.
          flow.mentioned.formUnion(flow.mentioned.map { $0.hasPrefix(".") ? $0 : ".\($0)" })
        }
      }
      return flow
    }
  }

  /// Every identifier in an expression.
  static func names(in expression: String) -> Set<String> {
    var scan = FlowScan()
    scan.walk(Syntax(Parser.parse(source: expression)), locals: [])
    return scan.mentioned
  }
}
