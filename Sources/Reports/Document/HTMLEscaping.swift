/// The one place where text becomes markup.
enum HTMLEscaping {
  /// The text as it stands in an element or in a quoted attribute.
  static func escaped(_ text: some StringProtocol) -> String {
    var markup = ""
    append(text, to: &markup)
    return markup
  }

  /// Appends the text as it stands in an element or in a quoted attribute.
  ///
  /// Control characters, which HTML does not allow, become U+FFFD.
  static func append(_ text: some StringProtocol, to markup: inout String) {
    guard text.utf8.contains(where: isSpecial) else {
      markup.append(contentsOf: text)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": markup += "&amp;"
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "\"": markup += "&quot;"
      case "'": markup += "&#39;"
      case "\t", "\n": markup.unicodeScalars.append(scalar)
      case "\r": markup += "\n"
      case "\0"..."\u{1F}", "\u{7F}": markup += "\u{FFFD}"
      default: markup.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0x7F:
      true
    default: byte < 0x20 && byte != 0x0A && byte != 0x09
    }
  }
}
