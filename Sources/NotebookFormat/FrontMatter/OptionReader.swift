import Diagnostics

/// Reads a YAML mapping of known keys and tells what is unknown or of the wrong type.
struct OptionReader {
  /// What a key is called in messages: `option`, `front matter key`.
  let noun: String
  /// The file that messages name.
  let file: String
  /// How grave an unknown key is.
  let unknownSeverity: Diagnostic.Severity
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []

  /// A reader that names keys and files so.
  init(noun: String, file: String, unknown: Diagnostic.Severity) {
    self.noun = noun
    self.file = file
    unknownSeverity = unknown
  }

  /// Reads each pair into the target with the field of its key; `key:` alone says nothing.
  mutating func read<Target>(
    _ node: YAMLNode, into target: inout Target, fields: [OptionField<Target>]
  ) {
    if node.isNull { return }
    guard case .mapping(let pairs) = node.value else {
      report(
        "'key: value' is expected here, not \(node.shown)", at: node.position,
        help: "A blank stands behind the colon.")
      return
    }
    for pair in pairs {
      let name = pair.key.text ?? ""
      if let field = fields.first(where: { $0.name == name }) {
        if !pair.value.isNull { field.read(pair.value, &target, &self) }
      } else {
        let names = fields.map(\.name)
        let suggestion = trailingSuggestion(for: name, among: names)
        report(
          "unknown \(noun) \(pair.key.shown)\(suggestion)", at: pair.key.position,
          severity: unknownSeverity,
          help: suggestion.isEmpty ? "Known are: \(names.joined(separator: ", "))." : nil)
      }
    }
  }

  /// Adds a message.
  mutating func report(
    _ message: String, at position: SourcePosition, severity: Diagnostic.Severity = .error,
    help: String? = nil
  ) {
    diagnostics.append(Diagnostic(severity, message, file: file, at: position, help: help))
  }
}

// MARK: - Values

extension OptionReader {
  /// The truth value of a node; anything else is reported.
  mutating func boolean(_ node: YAMLNode, _ name: String) -> Bool? {
    expect(node.boolean, node, name, "true or false")
  }

  /// The text of a node; a list or a mapping is reported.
  mutating func text(_ node: YAMLNode, _ name: String) -> String? {
    expect(node.text?[...].trimmingBlanks().description, node, name, "text")
  }

  /// The number above zero of a node; anything else is reported.
  mutating func positiveNumber(_ node: YAMLNode, _ name: String) -> Double? {
    expect(node.number.flatMap { $0 > 0 ? $0 : nil }, node, name, "a number above 0")
  }

  /// Reports a value that is none of what the key takes.
  mutating func expect<Value>(
    _ value: Value?, _ node: YAMLNode, _ name: String, _ expectation: String
  ) -> Value? {
    if value == nil {
      report("\(noun) '\(name)' takes \(expectation), not \(node.shown)", at: node.position)
    }
    return value
  }
}
