import Diagnostics

/// A value in a YAML document with its place.
struct YAMLNode {
  /// A key with its value.
  struct Pair {
    var key: YAMLNode
    var value: YAMLNode
  }

  /// What the value is.
  indirect enum Value {
    /// Text; quoted text is never read as a number or a truth value.
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  /// What it is.
  var value: Value
  /// Where it begins.
  var position: SourcePosition
  /// Where a scalar ends: behind its last character, or at the start of the line behind it.
  var end: SourcePosition?
}

extension YAMLNode {
  /// From where it begins to where a scalar ends.
  var range: Range<SourcePosition> { position..<max(position, end ?? position) }

  /// The text of a scalar, or nil.
  var text: String? {
    if case .scalar(let text, _) = value { return text }
    return nil
  }

  /// The truth value that the scalar stands for, or nil.
  var boolean: Bool? {
    guard case .scalar(let text, false) = value else { return nil }
    switch text.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default: return nil
    }
  }

  /// The whole number that the scalar stands for, or nil.
  var integer: Int? {
    guard case .scalar(let text, false) = value else { return nil }
    return Int(text)
  }

  /// The number that the scalar stands for, or nil.
  var number: Double? {
    guard case .scalar(let text, false) = value,
      text.utf8.allSatisfy({ $0.isDigit || "+-.eE".utf8.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    return number
  }

  /// Whether nothing was written: `key:`.
  var isNull: Bool {
    guard case .scalar(let text, false) = value else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Where the values of a mapping stand, by key.
  var places: [String: SourcePosition] {
    guard case .mapping(let pairs) = value else { return [:] }
    return Dictionary(pairs.map { ($0.key.text ?? "", $0.value.position) }) { first, _ in first }
  }

  /// What was written, for messages.
  var shown: String {
    switch value {
    case .scalar("", _): "nothing"
    case .scalar(let text, _): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
