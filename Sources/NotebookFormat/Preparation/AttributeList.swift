/// Pandoc's attributes, `{#label .class key=value key="two words"}`.
struct AttributeList: Equatable {
  /// A key with its value.
  struct Pair: Equatable {
    var key: String
    var value: String
  }

  /// The label after `#`.
  var label: String?
  /// The classes without their dots; `-` stands for `unnumbered`.
  var classes: [String] = []
  /// The pairs in the order written.
  var pairs: [Pair] = []

  /// The value of a key, or nil.
  subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

  /// No attributes.
  init() {}

  /// The attributes in the text between the braces, or nil where it is none.
  ///
  /// - Parameter withCommas: Whether commas part them as blanks do.
  init?(inner text: Substring, withCommas: Bool = false) {
    var rest = text
    while let word = Self.takeWord(&rest, withCommas: withCommas) {
      if word.hasPrefix("#"), word.count > 1 {
        label = String(word.dropFirst())
      } else if word.hasPrefix("."), word.count > 1 {
        classes.append(String(word.dropFirst()))
      } else if word == "-" {
        classes.append("unnumbered")
      } else if let equals = word.firstIndex(of: "="), equals != word.startIndex {
        let value = word[word.index(after: equals)...]
        pairs.append(Pair(key: String(word[..<equals]), value: Self.unquoted(value)))
      } else {
        return nil
      }
    }
  }

  /// The attributes of a `:::` line: in braces, or one class without them.
  init?(ofContainer text: String) {
    if text.hasPrefix("{") {
      var rest = text[...]
      guard let list = Self.takePrefix(of: &rest), rest.allSatisfy(\.isWhitespace) else {
        return nil
      }
      self = list
    } else {
      guard !text.contains(where: { $0.isWhitespace || "{}=\"#".contains($0) }) else { return nil }
      classes = [String(text.drop { $0 == "." })]
    }
  }

  /// Takes attributes in braces off the front of a text; nil where it does not begin with any.
  static func takePrefix(of text: inout Substring) -> AttributeList? {
    guard text.first == "{", let end = closingBrace(in: text) else { return nil }
    let inner = text[text.index(after: text.startIndex)..<end]
    guard inner.contains(where: { !$0.isWhitespace }), let list = AttributeList(inner: inner) else {
      return nil
    }
    text = text[text.index(after: end)...]
    return list
  }
}

extension AttributeList {
  /// The index of the brace that closes the first one; only in quotes can others stand.
  private static func closingBrace(in text: Substring) -> Substring.Index? {
    var quotes = QuoteState()
    let inner = text.indices.dropFirst()
    let end = inner.first { quotes.isOutside(text[$0]) && (text[$0] == "}" || text[$0] == "{") }
    return end.flatMap { text[$0] == "}" ? $0 : nil }
  }

  /// Takes the next word; quoted parts may hold spaces.
  private static func takeWord(_ text: inout Substring, withCommas: Bool) -> Substring? {
    func parts(_ character: Character) -> Bool {
      character.isWhitespace || (withCommas && character == ",")
    }
    text = text.drop(while: parts)
    guard !text.isEmpty else { return nil }
    var quotes = QuoteState()
    let end = text.indices.first { quotes.isOutside(text[$0]) && parts(text[$0]) }
    defer { text = text[(end ?? text.endIndex)...] }
    return text[..<(end ?? text.endIndex)]
  }

  private static func unquoted(_ text: Substring) -> String {
    guard let mark = text.first, mark == "\"" || mark == "'", text.count >= 2, text.last == mark
    else { return String(text) }
    return String(text.dropFirst().dropLast()).replacing("\\\(mark)", with: "\(mark)")
  }

  /// Follows quotes through a text.
  private struct QuoteState {
    private var mark: Character?
    private var isEscaped = false
    private var previous: Character = " "

    /// Whether a character, the next one of the text, stands outside of quotes.
    mutating func isOutside(_ character: Character) -> Bool {
      defer { previous = character }
      if let mark {
        if character == mark && !isEscaped { self.mark = nil }
        isEscaped = character == "\\" && !isEscaped
        return false
      }
      if (character == "\"" || character == "'") && previous == "=" { mark = character }
      return mark == nil
    }
  }
}
