extension Double {
  /// The power xʸ.
  ///
  ///     xʸ = e^(y · ln x)
  ///
  /// A negative base has powers with whole exponents only, others are NaN; x⁰ and 1ʸ are 1 even for
  /// NaN, as in IEEE 754.
  public static func pow(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let isWhole = y.isInfinite || y.rounded(.towardZero) == y
    let isOdd = isWhole && y.magnitude < 0x1p53 && Int(y) & 1 == 1
    let isNegative = x.sign == .minus && isOdd
    if x == 0 || x.isInfinite {
      let magnitude: Double = (x == 0) == (y > 0) ? 0 : .infinity
      return isNegative ? -magnitude : magnitude
    }
    if y.isInfinite {
      if x == -1 { return 1 }
      return (x.magnitude > 1) == (y > 0) ? .infinity : 0
    }
    if x < 0 && !isWhole { return .nan }
    let result = powerOfMagnitude(x.magnitude, y)
    return isNegative ? -result : result
  }

  /// The power 2ˣ. It is exact for whole x.
  public static func exp2(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x >= 1024 { return .infinity }
    if x < -1075 { return 0 }
    let steps = (x * 32 + 0x1.8p52) - 0x1.8p52
    let rest = x.addingProduct(steps, -0x1p-5)
    let ln2 = DoubleDouble(high: 0x1.62e42fefa39efp-1, low: 0x1.abc9e3b39803fp-56)
    let r = DoubleDouble(high: rest, low: 0) * ln2
    return scaled(expParts(steps: Int(steps), rest: r))
  }

  private static func powerOfMagnitude(_ x: Double, _ y: Double) -> Double {
    let logarithm = logParts(x)
    let product = y * logarithm.high
    // Beyond, the result is infinite or zero, and the low part could overflow.
    if product > 710 { return .infinity }
    if product < -746 { return 0 }
    let low = (-product).addingProduct(y, logarithm.high) + y * logarithm.low
    return scaled(expParts(product, plus: low))
  }
}
