import Diagnostics
import NotebookFormat
internal import SwiftParser
internal import SwiftSyntax

/// The calls of a notebook whose values another run, or another machine, does not repeat: numbers from
/// the system's own generator, the clock, and functions of the C library.
struct UnrepeatableCalls {
  /// A warning for each, in document order.
  let warnings: [Diagnostic]

  /// Looks through the cells that want to hear of it.
  init(in cells: [CellState], of notebook: Notebook) {
    let importsLibrary = cells.contains { !$0.analysis.usedNames.isDisjoint(with: Self.libraries) }
    warnings = cells.filter { $0.cell.options.warning ?? true }.flatMap { state in
      Self.calls(in: state, importsLibrary: importsLibrary).map { call in
        Diagnostic(
          .warning, call.message, file: notebook.source.name,
          at: state.cell.position(ofByte: call.offset), help: call.help)
      }
    }
  }
}

extension UnrepeatableCalls {
  private struct Call {
    var offset: Int
    var message: String
    var help: String
  }

  /// The modules that bring clocks and the C library's functions.
  private static let libraries: Set = ["Foundation", "Glibc"]

  /// What the core does not replace by functions of its own.
  private static let libraryFunctions: Set = [
    "tan", "atan", "atan2", "asin", "acos", "sinh", "cosh", "asinh", "acosh", "atanh", "cbrt",
    "hypot", "erf", "erfc", "tgamma", "lgamma",
  ]

  /// Names without which a cell need not be parsed once more.
  private static let names = libraryFunctions.union([
    "random", "shuffled", "shuffle", "randomElement", "SystemRandomNumberGenerator", "Date", "UUID",
    "now",
  ])

  private static func calls(in state: CellState, importsLibrary: Bool) -> [Call] {
    guard !state.analysis.usedNames.isDisjoint(with: names) else { return [] }
    let finder = CallFinder(importsLibrary: importsLibrary)
    finder.walk(Parser.parse(source: state.cell.code))
    return finder.found
  }

  private final class CallFinder: SyntaxVisitor {
    private(set) var found: [Call] = []
    private let importsLibrary: Bool

    init(importsLibrary: Bool) {
      self.importsLibrary = importsLibrary
      super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ call: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
      let labels = call.arguments.map { $0.label?.text }
      if let member = call.calledExpression.as(MemberAccessExprSyntax.self) {
        noteMember(member, labels: labels)
      } else if let name = call.calledExpression.as(DeclReferenceExprSyntax.self) {
        noteFunction(name, labels: labels)
      }
      return .visitChildren
    }

    override func visit(_ member: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
      let base = member.base?.trimmedDescription ?? ""
      if member.declName.baseName.text == "now",
        ["Date", "ContinuousClock", "SuspendingClock"].contains(base)
      {
        note(member, "'\(base).now' is another time in every run", Self.clockHelp)
      }
      return .visitChildren
    }

    /// `Int.random(in: 0..<6)`, `values.shuffled()` and their like.
    private func noteMember(_ member: MemberAccessExprSyntax, labels: [String?]) {
      let name = member.declName.baseName.text
      let isDraw =
        switch name {
        case "random": labels == ["in"] || labels.isEmpty
        case "shuffled", "shuffle", "randomElement": labels.isEmpty
        default: false
        }
      guard isDraw else { return }
      let call = labels.isEmpty ? "\(name)()" : "\(name)(in:)"
      let argument = labels.isEmpty ? "\(name)(" : "\(name)(in: …, "
      note(
        member.declName, "'\(call)' draws from the system, other values in every run",
        "Give it the notebook's generator: 'var generator = NumPyRandom(seed: seed)' once, then "
          + "'\(argument)using: &generator)'.")
    }

    private func noteFunction(_ reference: DeclReferenceExprSyntax, labels: [String?]) {
      let name = reference.baseName.text
      switch name {
      case "SystemRandomNumberGenerator":
        note(
          reference, "'\(name)' draws other values in every run",
          "Use 'NumPyRandom(seed: seed)', a generator with a seed.")
      case "UUID" where labels.isEmpty && importsLibrary:
        note(
          reference, "'UUID()' is another one in every run",
          "Write a name, or count with a number.")
      case "Date" where labels.isEmpty && importsLibrary:
        note(reference, "'Date()' is another time in every run", Self.clockHelp)
      case _ where importsLibrary && libraryFunctions.contains(name):
        note(
          reference,
          "'\(name)' is the C library's: its last digits differ from machine to machine",
          "Functions that are the same everywhere: exp, exp2, expm1, log, log2, log10, log1p, pow, "
            + "sqrt, sin, cos, tanh.")
      default: break
      }
    }

    private static let clockHelp =
      "The document changes with it. Take the time as a parameter, 'params:' in the front matter and "
      + "'-P name=value', or say nothing of it."

    private func note(_ place: some SyntaxProtocol, _ message: String, _ help: String) {
      found.append(
        Call(
          offset: place.positionAfterSkippingLeadingTrivia.utf8Offset, message: message,
          help: help))
    }
  }
}
