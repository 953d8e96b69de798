/// How the CommonMark specification writes text in HTML.
public enum CommonMarkHTML {
  /// The text with references for what HTML would take for markup.
  public static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// An address as the value of an attribute.
  public static func address(_ text: String) -> String {
    let safe = Set("!#$%()*+,-./:;=?@_~".utf8)
    return text.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "&"): return "&amp;"
      case UInt8(ascii: "'"): return "&#x27;"
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return String(UnicodeScalar(byte))
      case _ where safe.contains(byte): return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%\(digits.count == 1 ? "0" : "")\(digits)"
      }
    }.joined()
  }

  /// The title of a link or a picture as an attribute; nothing where it has none.
  public static func titleAttribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escaped(title))\""
  }
}
