/// Pandoc's attributes, `{#label .class key=value key="two words"}`.
struct AttributeList: Equatable {
  /// The label after `#`.
  var label: String?
  /// The classes without their dots.
  var classes: [String] = []
  /// The pairs in the order written.
  var pairs: [(key: String, value: String)] = []

  static func == (left: AttributeList, right: AttributeList) -> Bool {
    left.label == right.label && left.classes == right.classes
      && left.pairs.elementsEqual(right.pairs) { $0 == $1 }
  }

  /// The value of a key, or nil.
  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// The attributes in the text between the braces, or nil where it is none.
  init?(inner text: Substring) {
    var rest = text[...]
    while let word = Self.word(&rest) {
      if word.hasPrefix("#"), word.count > 1 {
        label = String(word.dropFirst())
      } else if word.hasPrefix("."), word.count > 1 {
        classes.append(String(word.dropFirst()))
      } else if let equals = word.firstIndex(of: "="), equals != word.startIndex {
        pairs.append((String(word[..<equals]), Self.unquoted(word[word.index(after: equals)...])))
      } else {
        return nil
      }
    }
  }

  /// Takes attributes in braces off the front of a text; nil where it does not begin with any.
  static func takePrefix(of text: inout Substring) -> AttributeList? {
    guard text.first == "{", let end = closingBrace(in: text) else { return nil }
    let inner = text[text.index(after: text.startIndex)..<end]
    guard let list = AttributeList(inner: inner) else { return nil }
    text = text[text.index(after: end)...]
    return list
  }

  /// The index of the brace that closes the first one; braces in quotes do not count.
  private static func closingBrace(in text: Substring) -> Substring.Index? {
    var isQuoted = false
    for index in text.indices {
      if text[index] == "\"" { isQuoted.toggle() }
      if text[index] == "}" && !isQuoted { return index }
      if text[index].isNewline { return nil }
    }
    return nil
  }

  /// Takes the next word; quoted parts may hold spaces.
  private static func word(_ text: inout Substring) -> Substring? {
    text = text.drop { $0.isWhitespace }
    guard !text.isEmpty else { return nil }
    var isQuoted = false
    let end = text.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character.isWhitespace && !isQuoted
    }
    defer { text = text[(end ?? text.endIndex)...] }
    return text[..<(end ?? text.endIndex)]
  }

  private static func unquoted(_ text: Substring) -> String {
    text.count >= 2 && text.first == "\"" && text.last == "\""
      ? String(text.dropFirst().dropLast()) : String(text)
  }
}
