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

  init(noun: String, file: String, unknown: Diagnostic.Severity) {
    self.noun = noun
    self.file = file
    unknownSeverity = unknown
  }

  /// Reads each pair into the target with the field of its key.
  mutating func read<Target>(
    _ node: YAMLNode, into target: inout Target, fields: [OptionField<Target>]
  ) {
    if node.isNull { return }
    guard case .mapping(let pairs) = node.value else {
      report("'key: value' is expected here, not \(node.shown)", at: node.position)
      return
    }
    for (key, value) in pairs {
      let name = key.text ?? ""
      if let field = fields.first(where: { $0.name == name }) {
        field.read(value, &target, &self)
      } else {
        let near = nearest(to: name, among: fields.map(\.name))
        report(
          "unknown \(noun) '\(name)'.\(near.map { " Did you mean '\($0)'?" } ?? "")",
          at: key.position, severity: unknownSeverity,
          help: near == nil ? "Known are: \(fields.map(\.name).joined(separator: ", "))." : nil)
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

  /// The truth value of a node; anything else is reported.
  mutating func boolean(_ node: YAMLNode, _ name: String) -> Bool? {
    expect(node.boolean, node, name, "true or false")
  }

  /// The text of a node; a list or a mapping is reported.
  mutating func text(_ node: YAMLNode, _ name: String) -> String? {
    expect(node.text, node, name, "text")
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

/// A key that a mapping may have, and what its value is put into.
struct OptionField<Target> {
  /// The key.
  let name: String
  /// Reads the value into the target, or reports it.
  let read: (YAMLNode, inout Target, inout OptionReader) -> Void

  init(_ name: String, _ read: @escaping (YAMLNode, inout Target, inout OptionReader) -> Void) {
    self.name = name
    self.read = read
  }

  /// A field that takes true or false.
  static func flag(_ name: String, _ path: WritableKeyPath<Target, Bool?>) -> OptionField {
    OptionField(name) { node, target, reader in
      target[keyPath: path] = reader.boolean(node, name)
    }
  }

  /// A field that takes text.
  static func text(_ name: String, _ path: WritableKeyPath<Target, String?>) -> OptionField {
    OptionField(name) { node, target, reader in
      target[keyPath: path] = reader.text(node, name)
    }
  }
}
