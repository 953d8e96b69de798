/// Divides markup into tags and text; comments, declarations and instructions are left out.
struct MarkupScanner {
  /// An attribute; the value keeps its character references.
  struct Attribute {
    var name: String
    var value: String
  }

  /// A part of the markup.
  enum Token {
    case text(Substring)
    case open(name: String, [Attribute], isEmpty: Bool)
    case close(name: String)
  }

  private let text: String
  private let bytes: String.UTF8View
  private var index: String.Index

  init(_ markup: String) {
    var markup = markup
    markup.makeContiguousUTF8()
    text = markup
    bytes = text.utf8
    index = bytes.startIndex
  }

  /// The next part, or nil at the end.
  mutating func next() -> Token? {
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "<") else { return textToken() }
      let following = bytes.index(after: index)
      guard following < bytes.endIndex else { return textToken() }
      switch bytes[following] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        skipDeclaration()
      case UInt8(ascii: "/"):
        index = bytes.index(after: following)
        let name = word()
        skip { $0 != UInt8(ascii: ">") }
        advance()
        return .close(name: name)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        index = following
        return openTag()
      default:
        return textToken()
      }
    }
    return nil
  }

  /// Goes on behind the end tag of an element whose start tag was read last.
  mutating func skip(past name: String) {
    let name = name.lowercased()
    while let token = next() {
      if case .close(let closed) = token, closed.lowercased() == name { return }
    }
  }
}

extension MarkupScanner {
  private mutating func textToken() -> Token {
    let start = index
    advance()
    skip { $0 != UInt8(ascii: "<") }
    return .text(text[start..<index])
  }

  private mutating func openTag() -> Token {
    let name = word()
    var attributes: [Attribute] = []
    while true {
      skip { $0.isSpace }
      guard index < bytes.endIndex else { return .open(name: name, attributes, isEmpty: false) }
      switch bytes[index] {
      case UInt8(ascii: ">"):
        advance()
        return .open(name: name, attributes, isEmpty: false)
      case UInt8(ascii: "/"):
        advance()
        if index < bytes.endIndex, bytes[index] == UInt8(ascii: ">") {
          advance()
          return .open(name: name, attributes, isEmpty: true)
        }
      default:
        attributes.append(attribute())
      }
    }
  }

  private mutating func attribute() -> Attribute {
    let name = word()
    if name.isEmpty { advance() }
    skip { $0.isSpace }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: "")
    }
    advance()
    skip { $0.isSpace }
    guard index < bytes.endIndex else { return Attribute(name: name, value: "") }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { advance() }
    let start = index
    skip { isQuoted ? $0 != quote : !$0.isSpace && $0 != UInt8(ascii: ">") }
    let value = String(text[start..<index])
    if isQuoted { advance() }
    return Attribute(name: name, value: value)
  }

  private mutating func skipDeclaration() {
    if bytes[index...].starts(with: "<!--".utf8) {
      index = bytes.index(index, offsetBy: 4)
      while index < bytes.endIndex, !bytes[index...].starts(with: "-->".utf8) { advance() }
    } else {
      skip { $0 != UInt8(ascii: ">") }
    }
    skip { $0 != UInt8(ascii: ">") }
    advance()
  }

  private mutating func word() -> String {
    let start = index
    skip {
      !$0.isSpace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "=")
    }
    return String(text[start..<index])
  }

  private mutating func advance() {
    if index < bytes.endIndex { index = bytes.index(after: index) }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while index < bytes.endIndex, condition(bytes[index]) { index = bytes.index(after: index) }
  }
}

extension UInt8 {
  fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
