/// A key that a mapping may have, and what its value is put into.
struct OptionField<Target> {
  /// The key.
  let name: String
  /// Reads the value into the target, or reports it.
  let read: (YAMLNode, inout Target, inout OptionReader) -> Void

  /// A field that is read so.
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
