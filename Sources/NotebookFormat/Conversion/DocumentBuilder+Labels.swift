import Diagnostics

extension DocumentBuilder {
  /// Takes a label, which must begin as its kind's labels do, and records what it stands for.
  ///
  /// - Parameter owner: What has the label, for messages: `a figure`.
  mutating func define(
    _ label: String, _ kind: ReferenceTarget.Kind, number: String, title: String? = nil,
    of owner: String, at position: SourcePosition
  ) {
    guard Self.kind(of: label) == kind else {
      report(
        "the label of \(owner) begins with '\(kind.rawValue)-', not as '\(label)' does",
        at: position)
      return
    }
    let words = label.dropFirst(kind.rawValue.count + 1)
    guard words.last?.isLetter == true || words.last?.isNumber == true,
      words.utf8.allSatisfy({ $0.isAlphanumeric || $0 == .dash || $0 == UInt8(ascii: "_") })
    else {
      report(
        "the label '\(label)' cannot be referred to", at: position,
        help: "Letters and digits of ASCII, '-' and '_' make a label, and one of the first ends it."
      )
      return
    }
    guard take(label, at: position) else { return }
    labels.define(
      label, as: ReferenceTarget(kind: kind, number: number, title: title, anchor: label))
  }

  /// Takes a label that nothing refers to by number; it must not look like one of another kind.
  mutating func defineName(_ label: String, of owner: String, at position: SourcePosition) {
    if let kind = Self.kind(of: label) {
      report(
        "\(owner) cannot have the label '\(label)'", at: position,
        help: "Labels that begin with '\(kind.rawValue)-' are for \(kind.plural).")
      return
    }
    _ = take(label, at: position)
  }

  /// The kind that a label's beginning names, or nil.
  static func kind(of label: String) -> ReferenceTarget.Kind? {
    label.firstIndex(of: "-").flatMap { ReferenceTarget.Kind(rawValue: String(label[..<$0])) }
  }

  private mutating func take(_ label: String, at position: SourcePosition) -> Bool {
    guard !LabelRegistry.isOfPage(label) else {
      report(
        "the label '\(label)' is one that a page has of its own", at: position,
        help: "Take another, such as 'my-\(label)'.")
      return false
    }
    guard let first = labels.take(label, at: position) else { return true }
    report(
      "the label '\(label)' is taken: line \(first.line) has it", at: position,
      notes: [Diagnostic(.note, "it was given here first", file: source.name, at: first)])
    return false
  }

  /// Reports the references to labels that nothing has.
  mutating func reportDanglingReferences() {
    let known = labels.targets.keys.sorted()
    for (label, position) in labels.references where labels.targets[label] == nil {
      let suggestion = trailingSuggestion(for: label, among: known)
      report(
        "nothing has the label '\(label)'\(suggestion)", at: position,
        help: suggestion.isEmpty
          ? "Give the label to what is meant, or write '\\@' for the sign." : nil)
    }
  }
}

extension ReferenceTarget.Kind {
  /// What has labels of this kind, for messages.
  fileprivate var plural: String {
    switch self {
    case .figure: "figures"
    case .table: "tables"
    case .listing: "cells"
    case .equation: "formulas"
    case .section: "headings"
    case .exercise: "exercises"
    case .solution: "solutions"
    }
  }
}
