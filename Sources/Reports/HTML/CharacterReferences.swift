/// The character references of markup, such as `&amp;` and `&#40;`.
enum CharacterReferences {
  private static let names: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  /// The text with its references replaced; nil where one is not numeric nor of XML's five, for a browser knows
  /// two thousand more.
  static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      rest = rest[rest.index(after: ampersand)...]
      guard let first = rest.first, first == "#" || first.properties.isAlphabetic else {
        result.append("&")
        continue
      }
      guard let end = rest.firstIndex(of: ";"),
        let scalar = scalar(Substring(rest[..<end]))
      else { return nil }
      result.append(scalar)
      rest = rest[rest.index(after: end)...]
    }
    return String(result + rest)
  }

  private static func scalar(_ reference: Substring) -> Unicode.Scalar? {
    guard reference.hasPrefix("#") else { return names[reference] }
    let isHexadecimal = reference.dropFirst().first?.lowercased() == "x"
    return UInt32(reference.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
      .flatMap(Unicode.Scalar.init)
  }
}
