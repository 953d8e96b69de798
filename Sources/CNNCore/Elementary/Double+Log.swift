extension Double {
  /// The natural logarithm; −∞ at zero and NaN below.
  public static func log(_ x: Double) -> Double {
    if !(x > 0) { return x == 0 ? -.infinity : .nan }
    if x == .infinity { return x }
    return x < leastNormalMagnitude
      ? logOfSum(x * 0x1p54, 0, exponentOffset: -54) : logOfSum(x, 0, exponentOffset: 0)
  }

  /// The natural logarithm of 1 + x, accurate near zero; −∞ at −1 and NaN below.
  public static func log1p(_ x: Double) -> Double {
    if !(x > -1) { return x == -1 ? -.infinity : .nan }
    if x.magnitude < 0x1p-54 || x == .infinity { return x }
    if x.magnitude < 0x1p-7 { return x.addingProduct(x * x, logTail(x)) }
    let sum = DoubleDouble(sumOf: 1, x)
    return logOfSum(sum.high, sum.low, exponentOffset: 0)
  }

  /// ln((high + low) · 2^offset) for a normal positive `high` and a `low` of at most half its ulp.
  ///
  ///     ln x = k · ln 2 − ln c + ln(1 + r),   x = 2ᵏ · z,   r = z · c − 1
  ///
  /// The method is that of Tang, *Table-driven implementation of the logarithm function in IEEE
  /// floating-point arithmetic* (1990), https://doi.org/10.1145/98267.98294, with a table of
  /// reciprocals for which `r` is exact.
  private static func logOfSum(
    _ high: Double, _ low: Double, exponentOffset: Int
  ) -> Double {
    let bits = high.bitPattern
    let relative = Int64(bitPattern: bits &- 0x3fe6_0000_0000_0000)
    let exponent = Int(relative >> 52)
    let entry = 3 * Int((relative >> 45) & 127)
    let z = Double(bitPattern: bits &- (UInt64(bitPattern: Int64(exponent)) << 52))

    let reciprocal = LogTable.entries[entry]
    let r = (-1.0).addingProduct(z, reciprocal)
    let rest = low * Double(sign: .plus, exponent: -exponent, significand: 1) * reciprocal
    let k = Double(exponent + exponentOffset)
    let leading = k * LogTable.ln2High + LogTable.entries[entry + 1]
    let trailing = LogTable.entries[entry + 2].addingProduct(k, LogTable.ln2Low)
    let sum = DoubleDouble(sumOf: leading, r)
    let correction = (trailing + rest.addingProduct(-rest, r)).addingProduct(r * r, logTail(r))
    return sum.high + (sum.low + correction)
  }

  /// (ln(1 + r) − r) / r² for |r| ≤ 2⁻⁷, by its series.
  private static func logTail(_ r: Double) -> Double {
    var result = 1.0 / 9
    result = (-1.0 / 8).addingProduct(r, result)
    result = (1.0 / 7).addingProduct(r, result)
    result = (-1.0 / 6).addingProduct(r, result)
    result = (1.0 / 5).addingProduct(r, result)
    result = (-1.0 / 4).addingProduct(r, result)
    result = (1.0 / 3).addingProduct(r, result)
    return (-0.5).addingProduct(r, result)
  }
}
