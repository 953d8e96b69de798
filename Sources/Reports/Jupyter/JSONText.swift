import CellEvents

/// A JSON value on its way into a file; keys are sorted, as nbformat writes them.
enum JSONText {
  case object([String: JSONText])
  case array([JSONText])
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case null
  /// Text that is JSON already.
  case raw(String)

  /// A text as nbformat has it: a list of lines, each with its line feed.
  static func lines(_ text: String) -> JSONText {
    var lines: [JSONText] = []
    var line = ""
    for character in text.unicodeScalars {
      line.unicodeScalars.append(character)
      if character == "\n" {
        lines.append(.string(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(.string(line)) }
    return .array(lines)
  }

  /// The value as text, each level one blank further right.
  var text: String {
    var result = ""
    write(to: &result, depth: 0)
    return result + "\n"
  }

  private func write(to result: inout String, depth: Int) {
    switch self {
    case .object(let members):
      let pairs = members.sorted { $0.key < $1.key }
      Self.write(pairs, to: &result, depth: depth, brackets: ("{", "}")) { pair, result in
        result += JSONString.quoted(pair.key)
        result += ": "
        pair.value.write(to: &result, depth: depth + 1)
      }
    case .array(let items):
      Self.write(items, to: &result, depth: depth, brackets: ("[", "]")) { item, result in
        item.write(to: &result, depth: depth + 1)
      }
    case .string(let text): result += JSONString.quoted(text)
    case .integer(let number): result += "\(number)"
    case .boolean(let flag): result += "\(flag)"
    case .null: result += "null"
    case .raw(let text): result += text
    }
  }

  private static func write<Item>(
    _ items: [Item], to result: inout String, depth: Int, brackets: (String, String),
    _ body: (Item, inout String) -> Void
  ) {
    result += brackets.0
    for (index, item) in items.enumerated() {
      result += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: depth + 1)
      body(item, &result)
    }
    if !items.isEmpty { result += "\n" + String(repeating: " ", count: depth) }
    result += brackets.1
  }
}
