import CNNCore

/// How a number is written: deterministic, independent of locale and C library.
///
///     NumberFormat.fixed(2).string(-0.125)     // "−0.12"
///     NumberFormat.significant(3).string(6.02214e23)  // "6.02×10²³"
///
/// Rounding starts from the exact decimal value of the number, with exact ties to the even digit,
/// as Python's `format` does. Negative numbers carry a real minus sign (U+2212), infinities are
/// `∞`, and what is not a number is `NaN`. What is zero at the shown digits is written without a sign.
public struct NumberFormat: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    case fixed(Int)
    case scientific(Int)
    case significant(Int)
    case shortest
    /// Fixed digits of the number divided by a power of ten.
    case scaled(digits: Int, exponent: Int)
  }

  var form: Form
  var isASCII = false

  /// A given number of digits after the decimal point: `0.50`.
  public static func fixed(_ digits: Int) -> NumberFormat {
    require(digits >= 0, "NumberFormat.fixed: \(digits) digits; expected 0 or more")
    return NumberFormat(form: .fixed(digits))
  }

  /// One digit before and `digits` after the decimal point, with a power of ten: `4.13×10⁻⁶`.
  public static func scientific(_ digits: Int) -> NumberFormat {
    require(digits >= 0, "NumberFormat.scientific: \(digits) digits; expected 0 or more")
    return NumberFormat(form: .scientific(digits))
  }

  /// At most the given number of significant digits, without trailing zeros; with a power of ten
  /// below 0.0001 and from a million (or the first number with more digits before the point).
  public static func significant(_ digits: Int) -> NumberFormat {
    require(digits >= 1, "NumberFormat.significant: \(digits) digits; expected 1 or more")
    return NumberFormat(form: .significant(digits))
  }

  /// The fewest digits that read back as the same number.
  public static let shortest = NumberFormat(form: .shortest)

  /// The same format in plain ASCII: `-`, `inf`, `nan` and `e-06`.
  public var ascii: NumberFormat {
    var result = self
    result.isASCII = true
    return result
  }

  /// The number as text.
  public func string<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    _ value: Value
  ) -> String {
    if value.isNaN { return isASCII ? "nan" : "NaN" }
    let sign = value < 0 ? (isASCII ? "-" : "−") : ""
    if value.isInfinite { return sign + (isASCII ? "inf" : "∞") }
    let magnitude = magnitudeText(value)
    return magnitude.utf8.allSatisfy(Self.isZeroOrPoint) ? magnitude : sign + magnitude
  }
}

extension NumberFormat {
  private static func isZeroOrPoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "0") || byte == UInt8(ascii: ".")
  }

  private func magnitudeText<Value: BinaryFloatingPoint & LosslessStringConvertible>(
    _ value: Value
  ) -> String {
    var expansion = DecimalExpansion(of: Double(value.magnitude))
    switch form {
    case .fixed(let digits):
      expansion.round(fractionDigits: digits)
      return expansion.positional(fractionDigits: digits)
    case .scaled(let digits, let exponent):
      expansion.divide(byPowerOfTen: exponent)
      expansion.round(fractionDigits: digits)
      return expansion.positional(fractionDigits: digits)
    case .scientific(let digits):
      expansion.round(significantDigits: digits + 1)
      return expansion.scientific(fractionDigits: digits, isASCII: isASCII)
    case .significant(let digits):
      expansion.round(significantDigits: digits)
      return expansion.compact(positionalBelow: max(6, digits), isASCII: isASCII)
    case .shortest:
      // The standard library's description has the fewest digits; only its layout is replaced.
      expansion = DecimalExpansion(description: value.magnitude.description)
      return expansion.compact(positionalBelow: 16, isASCII: isASCII)
    }
  }
}

extension DecimalExpansion {
  fileprivate func compact(positionalBelow maximum: Int, isASCII: Bool) -> String {
    let isPositional = digits.isEmpty || (-3...maximum).contains(pointPosition)
    return isPositional
      ? positional(fractionDigits: fractionDigits)
      : scientific(fractionDigits: digits.count - 1, isASCII: isASCII)
  }

  fileprivate func scientific(fractionDigits: Int, isASCII: Bool) -> String {
    var text = ""
    for index in 0...fractionDigits {
      if index == 1 { text += "." }
      text += index < digits.count ? String(digits[index]) : "0"
    }
    let exponent = digits.isEmpty ? 0 : pointPosition - 1
    return text + (isASCII ? Exponent.ascii(exponent) : "×10" + Exponent.superscript(exponent))
  }
}

/// The text of a power of ten.
enum Exponent {
  private static let superscripts: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// The exponent in raised digits: `⁻⁶`.
  static func superscript(_ exponent: Int) -> String {
    let digits = String(exponent.magnitude).compactMap(\.wholeNumberValue)
    return (exponent < 0 ? "⁻" : "") + String(digits.map { superscripts[$0] })
  }

  /// The exponent as programming languages write it, with two digits at least: `e-06`.
  static func ascii(_ exponent: Int) -> String {
    let digits = String(exponent.magnitude)
    return (exponent < 0 ? "e-" : "e+") + (digits.count < 2 ? "0" : "") + digits
  }
}
