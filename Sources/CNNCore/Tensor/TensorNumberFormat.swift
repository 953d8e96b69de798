/// The texts of a tensor's numbers, all of one width and with their points aligned.
///
/// Numbers whose shortest digits are few are written so; others are rounded from their exact value, ties
/// to the even digit. Both as NumPy does.
struct TensorNumberFormat<Scalar: TensorScalar> {
  /// The text of each number, in order.
  let texts: [String]

  /// The most digits after the point.
  private static var precision: Int { 8 }

  /// From where on powers of ten are written: NumPy's 10⁸, or what a type's digits hold.
  private static var largestFixed: Scalar { Scalar.self == Float.self ? 1e6 : 1e8 }

  /// The texts of numbers.
  ///
  /// - Parameter plus: Whether numbers that are not negative have a sign as well.
  init(_ numbers: [Scalar], plus: Bool = false) {
    let magnitudes = numbers.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let largest = magnitudes.max() ?? 0
    let smallest = magnitudes.min() ?? 1
    let isScientific =
      largest >= Self.largestFixed || smallest < 1e-4 || largest / smallest > 1000
    let unsigned = isScientific ? Self.scientific(numbers) : Self.fixed(numbers)
    let raw = unsigned.map { plus && !$0.hasPrefix("-") ? "+" + $0 : $0 }
    let width = raw.map(\.count).max() ?? 0
    texts = raw.map { String(repeating: " ", count: width - $0.count) + $0 }
  }

  /// The text of a number that stands alone, with the fewest digits that read back as the number.
  static func single(_ number: Scalar) -> String {
    let magnitude = Double(number.magnitude)
    guard magnitude.isFinite else { return special(number) }
    var expansion = DecimalExpansion(description: number.magnitude.description)
    let limit = Scalar.self == Float.self ? 1e6 : 1e16
    if magnitude == 0 || (magnitude >= 1e-4 && magnitude < limit) {
      return sign(number) + expansion.positional(fractionDigits: max(1, expansion.fractionDigits))
    }
    let power = expansion.pointPosition - 1
    expansion.divide(byPowerOfTen: power)
    let digits = power.magnitude.description
    return sign(number) + expansion.positional(fractionDigits: expansion.fractionDigits)
      + (power < 0 ? "e-" : "e+") + (digits.count < 2 ? "0" : "") + digits
  }

  private static func fixed(_ numbers: [Scalar]) -> [String] {
    let expansions = numbers.map { number -> DecimalExpansion? in
      guard number.isFinite else { return nil }
      let shortest = DecimalExpansion(description: number.magnitude.description)
      if shortest.fractionDigits <= precision { return shortest }
      var exact = DecimalExpansion(of: Double(number.magnitude))
      exact.round(fractionDigits: precision)
      return exact
    }
    let fraction = expansions.compactMap { $0?.fractionDigits }.max() ?? 0
    return zip(numbers, expansions).map { number, expansion in
      guard let expansion else { return special(number) }
      // NumPy aligns the points by blanks instead of adding zeros.
      let digits = expansion.fractionDigits
      return sign(number) + pointed(expansion, digits)
        + String(repeating: " ", count: fraction - digits)
    }
  }

  private static func scientific(_ numbers: [Scalar]) -> [String] {
    let finite = numbers.filter(\.isFinite)
    let fraction = finite.map { digits(of: $0, atMost: precision + 1).count - 1 }.max() ?? 0
    let parts = numbers.map { number -> (mantissa: DecimalExpansion, power: Int)? in
      guard number.isFinite else { return nil }
      // All digits that there is room for are the exact value's, also where fewer would read back.
      var mantissa = DecimalExpansion(of: Double(number.magnitude))
      mantissa.round(significantDigits: fraction + 1)
      let power = mantissa.digits.isEmpty ? 0 : mantissa.pointPosition - 1
      mantissa.divide(byPowerOfTen: power)
      return (mantissa, power)
    }
    let powerWidth = parts.compactMap { $0?.power.magnitude.description.count }.max() ?? 0
    return zip(numbers, parts).map { number, part in
      guard let part else { return special(number) }
      let power = part.power.magnitude.description
      let zeros = String(repeating: "0", count: max(2, powerWidth) - power.count)
      return sign(number) + pointed(part.mantissa, fraction) + (part.power < 0 ? "e-" : "e+")
        + zeros + power
    }
  }

  /// The shortest significant digits of a number, rounded where they are more than a limit.
  private static func digits(of number: Scalar, atMost limit: Int) -> [UInt8] {
    let shortest = DecimalExpansion(description: number.magnitude.description)
    if shortest.digits.count <= limit { return shortest.digits.isEmpty ? [0] : shortest.digits }
    var exact = DecimalExpansion(of: Double(number.magnitude))
    exact.round(significantDigits: limit)
    return exact.digits
  }

  /// The digits with a point in any case: `3.`.
  private static func pointed(_ expansion: DecimalExpansion, _ fractionDigits: Int) -> String {
    expansion.positional(fractionDigits: fractionDigits) + (fractionDigits == 0 ? "." : "")
  }

  private static func sign(_ number: Scalar) -> String {
    number.sign == .minus ? "-" : ""
  }

  private static func special(_ number: Scalar) -> String {
    number.isNaN ? "nan" : sign(number) + "inf"
  }
}
