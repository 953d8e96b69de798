/// The texts of a tensor's numbers, all of one width and with their points aligned.
struct TensorNumberFormat<Scalar: TensorScalar> {
  /// The text of each number, in order.
  let texts: [String]

  private static var precision: Int { 8 }

  init(_ numbers: [Scalar]) {
    let magnitudes = numbers.filter { $0.isFinite && $0 != 0 }.map(\.magnitude)
    let largest = magnitudes.max() ?? 0
    let smallest = magnitudes.min() ?? 1
    let isScientific = largest >= 1e8 || smallest < 1e-4 || largest > smallest * 1000
    let raw = isScientific ? Self.scientific(numbers) : Self.fixed(numbers)
    let width = raw.map(\.count).max() ?? 0
    texts = raw.map { String(repeating: " ", count: width - $0.count) + $0 }
  }

  private static func fixed(_ numbers: [Scalar]) -> [String] {
    let rounded = numbers.map { number -> DecimalDigits? in
      guard number.isFinite else { return nil }
      var digits = DecimalDigits(number)
      digits.round(toFraction: precision)
      return digits
    }
    let fraction = rounded.compactMap { $0?.fractionCount }.max() ?? 0
    return zip(numbers, rounded).map { number, digits in
      guard let digits else { return special(number) }
      // NumPy aligns the points by blanks instead of adding zeros.
      let text = digits.fixed(fraction: digits.fractionCount)
      return sign(number) + text
        + String(repeating: " ", count: fraction - digits.fractionCount)
    }
  }

  private static func scientific(_ numbers: [Scalar]) -> [String] {
    let normalized = numbers.map { number -> (mantissa: DecimalDigits, power: Int)? in
      guard number.isFinite else { return nil }
      var (mantissa, power) = DecimalDigits(number).normalized
      mantissa.round(toFraction: precision)
      if mantissa.exponent > 1 { (mantissa, power) = (mantissa.normalized.mantissa, power + 1) }
      return (mantissa, power)
    }
    let fraction = normalized.compactMap { $0?.mantissa.fractionCount }.max() ?? 0
    let powerWidth = normalized.compactMap { $0?.power.magnitude.description.count }.max() ?? 0
    return zip(numbers, normalized).map { number, parts in
      guard let parts else { return special(number) }
      let power = parts.power.magnitude.description
      let zeros = String(repeating: "0", count: max(2, powerWidth) - power.count)
      return sign(number) + parts.mantissa.fixed(fraction: fraction)
        + (parts.power < 0 ? "e-" : "e+") + zeros + power
    }
  }

  private static func sign(_ number: Scalar) -> String {
    number.sign == .minus ? "-" : ""
  }

  private static func special(_ number: Scalar) -> String {
    number.isNaN ? "nan" : sign(number) + "inf"
  }
}
