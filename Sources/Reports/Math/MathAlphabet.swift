/// The alphabets of Unicode's mathematical letters, by MathML's names.
///
/// Source: The Unicode Standard, chart U+1D400–1D7FF; letters that other charts had before are the
/// exceptions.
enum MathAlphabet: String {
  case bold
  case italic
  case boldItalic = "bold-italic"
  case script
  case boldScript = "bold-script"
  case fraktur
  case boldFraktur = "bold-fraktur"
  case doubleStruck = "double-struck"
  case sansSerif = "sans-serif"
  case boldSansSerif = "bold-sans-serif"
  case sansSerifItalic = "sans-serif-italic"
  case sansSerifBoldItalic = "sans-serif-bold-italic"
  case monospace

  /// The text with each letter and digit in this alphabet; what it lacks stays as it is.
  func letters(for text: String) -> String {
    guard !text.contains("&") else { return text }
    var result = ""
    for scalar in text.unicodeScalars { result.unicodeScalars.append(letter(for: scalar)) }
    return result
  }
}

extension MathAlphabet {
  private func letter(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let exception = exceptions[scalar] { return exception }
    switch scalar {
    case "A"..."Z": return Unicode.Scalar(latin + scalar.value - 65) ?? scalar
    case "a"..."z": return Unicode.Scalar(latin + 26 + scalar.value - 97) ?? scalar
    case "0"..."9":
      return digits.flatMap { Unicode.Scalar($0 + scalar.value - 48) } ?? scalar
    case "Α"..."Ω", "α"..."ω":
      let offset = scalar.value - (scalar.value < 0x3B1 ? 0x391 : 0x3B1 - 26)
      return greek.flatMap { Unicode.Scalar($0 + offset) } ?? scalar
    default: return scalar
    }
  }

  /// Where its capital A stands.
  private var latin: UInt32 {
    switch self {
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .boldScript: 0x1D4D0
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .boldFraktur: 0x1D56C
    case .sansSerif: 0x1D5A0
    case .boldSansSerif: 0x1D5D4
    case .sansSerifItalic: 0x1D608
    case .sansSerifBoldItalic: 0x1D63C
    case .monospace: 0x1D670
    }
  }

  /// Where its digit 0 stands.
  private var digits: UInt32? {
    switch self {
    case .bold: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .boldSansSerif: 0x1D7EC
    case .monospace: 0x1D7F6
    default: nil
    }
  }

  /// Where its capital Alpha stands; small alpha follows 26 places later.
  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    case .boldSansSerif: 0x1D756
    case .sansSerifBoldItalic: 0x1D790
    default: nil
    }
  }

  private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .italic: ["h": "ℎ"]
    case .script:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
        "e": "ℯ", "g": "ℊ", "o": "ℴ",
      ]
    case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    default: [:]
    }
  }
}
