/// The logarithm of positions on an axis, the same on every machine.
enum Logarithm {
  /// The logarithm to base ten of a positive number, to about 1e-15.
  ///
  ///     ln m = 2 (s + s³/3 + s⁵/5 + …),  s = (m − 1)/(m + 1)
  static func base10(_ value: Double) -> Double {
    precondition(value > 0 && value.isFinite)
    var mantissa = value.significand
    var exponent = Double(value.exponent)
    // Between √½ and √2 the series converges fast.
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    let sum = stride(from: 23.0, through: 1, by: -2).reduce(0.0) { $0 * square + 1 / $1 }
    return (exponent * 0.6931471805599453 + 2 * s * sum) / 2.302585092994046
  }
}
