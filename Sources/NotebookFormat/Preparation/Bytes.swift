/// Bytes of UTF-8 text.
typealias Bytes = ArraySlice<UInt8>

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let dollar = UInt8(ascii: "$")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let pipe = UInt8(ascii: "|")
  static let colon = UInt8(ascii: ":")
  static let dash = UInt8(ascii: "-")
  static let quote = UInt8(ascii: ">")
  static let openBrace = UInt8(ascii: "{")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let closeParenthesis = UInt8(ascii: ")")

  /// Whether it is a space or a tab.
  var isBlank: Bool { self == .space || self == .tab }

  /// Whether it is a space, a tab or a line feed.
  var isSpace: Bool { isBlank || self == .lineFeed }

  /// Whether it is a digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a letter or digit of ASCII.
  var isAlphanumeric: Bool {
    isDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }

  /// Whether it belongs to a word: a letter, a digit, or any byte beyond ASCII.
  var isWord: Bool { isAlphanumeric || self >= 0x80 }
}

extension Bytes {
  /// The text that the bytes encode.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether they are blanks alone.
  var areBlank: Bool { allSatisfy(\.isBlank) }

  /// The bytes without blanks at both ends.
  var trimmed: Bytes {
    var bytes = drop(while: \.isBlank)
    while bytes.last?.isBlank == true { bytes.removeLast() }
    return bytes
  }

  /// The bytes at the end that all satisfy the predicate.
  func suffix(while predicate: (UInt8) -> Bool) -> Bytes {
    self[(lastIndex { !predicate($0) }.map { $0 + 1 } ?? startIndex)...]
  }

  /// How many bytes at the front belong to quotes and indentation.
  var quotePrefixLength: Int { prefix { $0.isBlank || $0 == .quote }.count }

  /// How many bytes at the front belong to quotes, indentation and the marks of list items.
  var containerPrefixLength: Int {
    var rest = self
    while let byte = rest.first {
      if byte.isBlank || byte == .quote {
        rest.removeFirst()
      } else if let length = rest.listMarkLength {
        rest.removeFirst(length)
      } else {
        break
      }
    }
    return rest.startIndex - startIndex
  }

  /// The length of a list item's mark such as `-` or `12.` that a blank follows.
  private var listMarkLength: Int? {
    guard let first else { return nil }
    var length = 1
    if first.isDigit {
      let digits = prefix(10).prefix(while: \.isDigit).count
      guard digits < 10, let mark = dropFirst(digits).first,
        mark == UInt8(ascii: ".") || mark == .closeParenthesis
      else { return nil }
      length = digits + 1
    } else if first != .dash && first != UInt8(ascii: "*") && first != UInt8(ascii: "+") {
      return nil
    }
    return dropFirst(length).first?.isBlank == true ? length : nil
  }
}
