extension Double {
  /// The exponential eˣ.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    return scaled(expParts(x))
  }

  /// The exponential less one, eˣ − 1, accurate near zero.
  public static func expm1(_ x: Double) -> Double {
    if x.isNaN || x.magnitude < 0x1p-54 { return x }
    if x.magnitude < 0x1p-7 { return x.addingProduct(x * x, expTail(x)) }
    if x > 709.782712893384 { return .infinity }
    if x < -40 { return -1 }
    if x > 60 { return exp(x) }
    let (fraction, exponent) = expParts(x)
    return (fraction.scaled(byPowerOfTwo: exponent) + -1).rounded
  }

  /// The exponential as a number near 1 to 2 with about 66 correct bits, and a power of two.
  ///
  ///     eˣ = 2^exponent · 2^(j/32) · eʳ,   x = (32·exponent + j) · ln 2 / 32 + r,   |r| ≤ ln 2 / 64
  ///
  /// The method is that of Tang, *Table-driven implementation of the exponential function in IEEE
  /// floating-point arithmetic* (1989), https://doi.org/10.1145/63522.214389, with the leading
  /// product in two doubles. `low` is added to the exponent; at most 2⁻⁴³, it may be far below `x`.
  @inline(__always)
  static func expParts(
    _ x: Double, plus low: Double = 0
  ) -> (fraction: DoubleDouble, exponent: Int) {
    // Adding and taking away 1.5 · 2⁵² rounds to a whole number.
    let steps = (x * ExpTable.stepsPerUnit + 0x1.8p52) - 0x1.8p52
    let r = DoubleDouble(
      sumOf: x.addingProduct(-steps, ExpTable.stepHigh), -steps * ExpTable.stepLow)
    return expParts(steps: Int(steps), rest: DoubleDouble(sumOf: r.high, r.low + low))
  }

  /// As `expParts`, from the whole number of steps and the rest `r`.
  @inline(__always)
  static func expParts(
    steps index: Int, rest r: DoubleDouble
  ) -> (fraction: DoubleDouble, exponent: Int) {
    let square = r.high * r.high
    let tail = square * expTail(r.high) + r.low

    let powerHigh = ExpTable.powers[2 * (index & 31)]
    let powerLow = ExpTable.powers[2 * (index & 31) + 1]
    let product = powerHigh * r.high
    let productLow = (-product).addingProduct(powerHigh, r.high)
    var sum = DoubleDouble(sumOf: powerHigh, product)
    sum.low += powerLow.addingProduct(powerLow, r.high) + productLow.addingProduct(powerHigh, tail)
    return (DoubleDouble(sumOf: sum.high, sum.low), index >> 5)
  }

  /// The parts as one number.
  static func scaled(_ parts: (fraction: DoubleDouble, exponent: Int)) -> Double {
    // Two factors, since 2^exponent alone may overflow or underflow where the result does not.
    let half = parts.exponent / 2
    return parts.fraction.rounded * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: parts.exponent - half, significand: 1)
  }

  /// (eʳ − 1 − r) / r² for |r| ≤ ln 2 / 64, by its series.
  private static func expTail(_ r: Double) -> Double {
    var result = 1.0 / 5040
    result = (1.0 / 720).addingProduct(r, result)
    result = (1.0 / 120).addingProduct(r, result)
    result = (1.0 / 24).addingProduct(r, result)
    result = (1.0 / 6).addingProduct(r, result)
    return 0.5.addingProduct(r, result)
  }
}
