/// Estimates of how wide text is, so that nothing is clipped whichever font a reader has.
enum TextWidth {
  /// The width of a text in a proportional font of the given size in pixels.
  ///
  /// The widths are those of DejaVu Sans, among the widest of the usual interface fonts.
  static func of(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ems($1) } * size
  }

  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", ".", ",", ":", ";", "i", "l", "j", "I", "|", "'": 0.33
    case "f", "t", "r", "(", ")", "[", "]", "-", "/": 0.41
    case "⁰"..."⁹", "⁻", "²", "³", "¹", "₀"..."₉": 0.41
    case "m", "w", "M", "W", "∞", "−", "×", "=", "+": 0.86
    case "0"..."9", "a"..."z": 0.64
    case "A"..."Z": 0.7
    case "\u{300}"..."\u{36F}": 0
    default: scalar.value >= 0x2E80 ? 1 : 0.7
    }
  }
}
