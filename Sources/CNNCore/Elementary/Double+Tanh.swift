extension Double {
  /// The hyperbolic tangent.
  ///
  ///     tanh |x| = (e^(2|x|) − 1) / (e^(2|x|) + 1)
  public static func tanh(_ x: Double) -> Double {
    let magnitude = x.magnitude
    if !(magnitude >= 0x1p-28) { return x }
    if magnitude > 20 { return x < 0 ? -1 : 1 }
    let (fraction, exponent) = expParts(2 * magnitude)
    let power = fraction.scaled(byPowerOfTwo: exponent)
    let result = (power + -1) / (power + 1)
    return x < 0 ? -result : result
  }

  /// The logistic function 1 / (1 + e⁻ˣ), for any x without overflow.
  public static func sigmoid(_ x: Double) -> Double {
    if x > 40 { return 1 }
    // Here 1 + eˣ is 1 to within a quarter of an ulp.
    if !(x >= -40) { return exp(x) }
    let (fraction, exponent) = expParts(-x.magnitude)
    let power = fraction.scaled(byPowerOfTwo: exponent)
    let numerator = x < 0 ? power : DoubleDouble(high: 1, low: 0)
    return numerator / (power + 1)
  }
}
