/// Commas between thousands.
package enum Thousands {
  /// A whole number with commas: `1,024`.
  package static func grouped(_ number: Int) -> String { grouped(String(number), from: 4) }

  /// The number's text with commas in its whole part, where that has so many digits or more.
  package static func grouped(_ text: String, from leastDigits: Int = 5) -> String {
    let sign = text.prefix { !$0.isASCII || !$0.isWholeNumber }
    let whole = Array(text.dropFirst(sign.count).prefix { $0.isASCII && $0.isWholeNumber })
    guard whole.count >= leastDigits else { return text }
    let digits = whole.indices.reduce(into: "") { result, index in
      if index > 0 && (whole.count - index) % 3 == 0 { result.append(",") }
      result.append(whole[index])
    }
    return sign + digits + text.dropFirst(sign.count + whole.count)
  }
}
