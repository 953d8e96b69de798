internal import SwiftSyntax

/// A call whose value another run, or another machine, does not repeat: a number from the system's own
/// generator, the clock, a function of the C library.
struct UnrepeatableCall: Sendable {
  /// Its first byte in the code.
  var offset: Int
  /// What it is.
  var message: String
  /// What to write instead.
  var help: String
  /// Whether it is there only where the notebook imports a library that brings it.
  var needsLibrary: Bool

  /// The modules that bring clocks and the C library's functions.
  static let libraries: Set = [
    "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML", "Glibc",
  ]

  /// The calls in a cell's code.
  ///
  /// - Parameter names: Every identifier in the code: most cells have none that matters.
  static func all(in tree: SourceFileSyntax, using names: Set<String>) -> [UnrepeatableCall] {
    guard !names.isDisjoint(with: suspectNames) else { return [] }
    let finder = CallFinder(viewMode: .sourceAccurate)
    finder.walk(tree)
    return finder.found
  }
}

extension UnrepeatableCall {
  /// What the core does not replace by functions of its own.
  fileprivate static let libraryFunctions: Set = [
    "tan", "atan", "atan2", "asin", "acos", "sinh", "cosh", "asinh", "acosh", "atanh", "cbrt",
    "hypot", "erf", "erfc", "tgamma", "lgamma",
  ]

  /// What the C library tells of the time and of chance.
  fileprivate static let libraryClocks: Set = [
    "time", "clock", "gettimeofday", "clock_gettime", "rand", "rand_r", "random", "drand48",
    "lrand48", "arc4random", "arc4random_uniform", "getrandom", "getentropy", "getpid",
  ]
  fileprivate static let libraryNames: Set = ["Glibc", "Foundation", "FoundationEssentials"]

  /// What Foundation and the standard library tell of the time, behind a point.
  fileprivate static let clockMembers: [String: Set<String>] = [
    "now": ["Date", "ContinuousClock", "SuspendingClock"],
    "timeIntervalSinceReferenceDate": ["Date"], "systemUptime": ["ProcessInfo.processInfo"],
    "processIdentifier": ["ProcessInfo.processInfo"],
    "globallyUniqueString": ["ProcessInfo.processInfo"],
  ]

  /// Names without which there is nothing to find.
  private static let suspectNames = libraryFunctions.union(libraryClocks).union(clockMembers.keys)
    .union([
      "shuffled", "shuffle", "randomElement", "SystemRandomNumberGenerator", "Date", "UUID",
    ])
}

private final class CallFinder: SyntaxVisitor {
  private(set) var found: [UnrepeatableCall] = []

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
    let name = member.declName.baseName.text
    if let bases = UnrepeatableCall.clockMembers[name], bases.contains(base) {
      note(member, "'\(base).\(name)' is another one in every run", Self.clockHelp)
    }
    return .visitChildren
  }

  /// `Int.random(in: 0..<6)`, `values.shuffled()` and their like.
  private func noteMember(_ member: MemberAccessExprSyntax, labels: [String?]) {
    let name = member.declName.baseName.text
    if let library = member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text,
      UnrepeatableCall.libraryNames.contains(library)
    {
      return noteFunction(member.declName, labels: labels)
    }
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
    case "UUID" where labels.isEmpty:
      note(
        reference, "'UUID()' is another one in every run",
        "Write a name, or count with a number.", needsLibrary: true)
    case "Date" where labels.isEmpty:
      note(
        reference, "'Date()' is another time in every run", Self.clockHelp, needsLibrary: true)
    case _ where UnrepeatableCall.libraryClocks.contains(name):
      note(
        reference, "'\(name)' is the C library's: another value in every run",
        "Draw from 'NumPyRandom(seed: seed)'; take the time as a parameter.", needsLibrary: true)
    case _ where UnrepeatableCall.libraryFunctions.contains(name):
      note(
        reference,
        "'\(name)' is the C library's: its last digits differ from machine to machine",
        "Functions that are the same everywhere: exp, exp2, expm1, log, log2, log10, log1p, pow, "
          + "sqrt, sin, cos, tanh.", needsLibrary: true)
    default: break
    }
  }

  private static let clockHelp =
    "The document changes with it. Take the time as a parameter, 'params:' in the front matter and "
    + "'-P name=value', or say nothing of it."

  private func note(
    _ place: some SyntaxProtocol, _ message: String, _ help: String, needsLibrary: Bool = false
  ) {
    found.append(
      UnrepeatableCall(
        offset: place.positionAfterSkippingLeadingTrivia.utf8Offset, message: message, help: help,
        needsLibrary: needsLibrary))
  }
}
