extension Double {
  /// The logarithm to base 10; −∞ at zero and NaN below.
  public static func log10(_ x: Double) -> Double {
    if !(x > 0) { return x == 0 ? -.infinity : .nan }
    if x == .infinity { return x }
    return (logParts(x) * DoubleDouble(high: 0x1.bcb7b1526e50ep-2, low: 0x1.95355baaafad3p-57))
      .rounded
  }

  /// The logarithm to base 2; −∞ at zero and NaN below. It is exact for powers of two.
  public static func log2(_ x: Double) -> Double {
    if !(x > 0) { return x == 0 ? -.infinity : .nan }
    if x == .infinity { return x }
    return (logParts(x) * DoubleDouble(high: 0x1.71547652b82fep0, low: 0x1.777d0ffda0d24p-56))
      .rounded
  }

  /// The natural logarithm of a finite positive number with about 67 correct bits.
  ///
  /// The method is that of `log`, with the square of `r` in two doubles:
  ///
  ///     ln x = k · ln 2 − ln c + r − r² / 2 + r³ · (…)
  static func logParts(_ x: Double) -> DoubleDouble {
    let isSubnormal = x < leastNormalMagnitude
    let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
    let relative = Int64(bitPattern: bits &- 0x3fe6_0000_0000_0000)
    let exponent = relative >> 52
    let entry = 3 * Int((relative >> 45) & 127)
    let z = Double(bitPattern: bits &- (UInt64(bitPattern: exponent) << 52))

    let r = (-1.0).addingProduct(z, LogTable.entries[entry])
    let k = Double(exponent - (isSubnormal ? 54 : 0))
    let leading = k * LogTable.ln2High + LogTable.entries[entry + 1]
    let trailing = LogTable.entries[entry + 2].addingProduct(k, LogTable.ln2Low)
    let square = r * r
    let squareLow = (-square).addingProduct(r, r)

    let first = DoubleDouble(sumOf: leading, r)
    let second = DoubleDouble(sumOf: first.high, -0.5 * square)
    let rest = trailing.addingProduct(square * r, cubicTail(r)) - 0.5 * squareLow
    return DoubleDouble(sumOf: second.high, first.low + second.low + rest)
  }

  /// (ln(1 + r) − r + r² / 2) / r³ for |r| ≤ 2⁻⁷, by its series.
  private static func cubicTail(_ r: Double) -> Double {
    var result = -1.0 / 10
    result = (1.0 / 9).addingProduct(r, result)
    result = (-1.0 / 8).addingProduct(r, result)
    result = (1.0 / 7).addingProduct(r, result)
    result = (-1.0 / 6).addingProduct(r, result)
    result = (1.0 / 5).addingProduct(r, result)
    result = (-1.0 / 4).addingProduct(r, result)
    return (1.0 / 3).addingProduct(r, result)
  }
}
