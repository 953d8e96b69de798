import CNNCore

/// A step of 1, 2 or 5 times a power of ten.
struct RoundStep: Hashable {
  let mantissa: Int
  let exponent: Int

  /// The smallest such step that is not below the given one (by more than rounding).
  init(atLeast minimum: Double) {
    var exponent = DecimalExpansion(of: minimum).pointPosition - 1
    let leading = minimum / PowerOfTen.value(exponent)
    let limit = 1 + 1e-9
    switch leading {
    case ...limit: mantissa = 1
    case ...(2 * limit): mantissa = 2
    case ...(5 * limit): mantissa = 5
    default:
      mantissa = 1
      exponent += 1
    }
    self.exponent = exponent
  }

  var value: Double { multiple(1) }

  /// A multiple of the step, rounded once.
  func multiple(_ count: Int) -> Double {
    let whole = Double(count * mantissa)
    return exponent < 0
      ? whole / PowerOfTen.value(-exponent) : whole * PowerOfTen.value(exponent)
  }

  /// The format that writes all multiples up to a magnitude exactly.
  func format(largest: Double) -> NumberFormat {
    if largest >= 1e6 || largest < 1e-4 {
      let magnitude = DecimalExpansion(of: largest).pointPosition - 1
      return .scientific(max(0, magnitude - exponent))
    }
    return .fixed(max(0, -exponent))
  }
}
