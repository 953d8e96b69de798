/// Where formulas end, by Pandoc's rules.
enum MathSyntax {
  /// The longest `\text{…}` that may hold dollars.
  private static let longestText = 1000

  /// The offset of the dollar that closes an inline formula, or nil where it is none.
  ///
  /// No white space stands behind the opening dollar or before the closing one, and no digit behind
  /// the closing one; `\$` does not close, nor does a dollar within `\text{…}`.
  ///
  /// - Parameter start: The offset behind the opening dollar.
  static func inlineEnd(_ bytes: Bytes, from start: Int) -> Int? {
    guard start < bytes.endIndex, !bytes[start].isSpace, bytes[start] != .dollar else { return nil }
    var index = start
    while index < bytes.endIndex {
      switch bytes[index] {
      case .dollar:
        let next = index + 1 < bytes.endIndex ? bytes[index + 1] : .space
        return next.isDigit ? nil : index
      case .backslash: index = commandEnd(bytes, from: index)
      case let byte where byte.isSpace:
        let isLineEnd = byte == .lineFeed
        index += isLineEnd ? 1 + bytes[(index + 1)...].quotePrefixLength : 1
        if index < bytes.endIndex, bytes[index] == .dollar { return nil }
      default: index += 1
      }
    }
    return nil
  }

  /// The offset of the two dollars that close a displayed formula, or nil where there are none.
  ///
  /// - Parameter start: The offset behind the opening dollars.
  static func displayEnd(_ bytes: Bytes, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.endIndex {
      if bytes[index] == .backslash {
        index += 2
      } else if bytes[index] == .dollar && bytes[index + 1] == .dollar {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// TeX without the white space around it and without the quotes and indentation of its lines.
  ///
  /// - Parameter quoteDepth: How many `>` stand before each line.
  static func source(_ bytes: Bytes, quoteDepth: Int) -> String {
    var lines = bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
    for index in lines.indices.dropFirst() {
      var depth = quoteDepth
      lines[index] = lines[index].drop { byte in
        if byte == .quote { depth -= 1 }
        return byte.isBlank || (byte == .quote && depth >= 0)
      }
    }
    var text = Array(lines.joined(separator: [.lineFeed]))[...]
    text = text.drop(while: \.isSpace)
    while text.last?.isSpace == true { text.removeLast() }
    return text.text
  }

  /// How many bytes stand before the TeX; none where there is no TeX.
  ///
  /// - Parameter quoteDepth: How many `>` stand before each line.
  static func blankLength(_ bytes: Bytes, quoteDepth: Int) -> Int {
    var depth = 0
    let length = bytes.prefix { byte in
      if byte == .lineFeed { depth = quoteDepth }
      if byte == .quote { depth -= 1 }
      return byte.isSpace || (byte == .quote && depth >= 0)
    }.count
    return length == bytes.count ? 0 : length
  }

  /// The offset behind a command: behind its braces for `\text{…}`, else behind the character.
  private static func commandEnd(_ bytes: Bytes, from start: Int) -> Int {
    let opening = Array("\\text{".utf8)
    let afterCharacter = min(start + 2, bytes.endIndex)
    guard bytes[start...].starts(with: opening) else { return afterCharacter }
    var depth = 0
    var index = start + opening.count - 1
    while index < min(bytes.endIndex, start + longestText) {
      switch bytes[index] {
      case .openBrace: depth += 1
      case UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case .backslash: index += 1
      default: break
      }
      index += 1
    }
    return afterCharacter
  }
}
