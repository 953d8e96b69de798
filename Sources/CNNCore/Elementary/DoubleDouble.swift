/// A number as the sum of two doubles, the second at most half an ulp of the first.
struct DoubleDouble {
  var high: Double
  var low: Double

  /// The exact sum of two doubles.
  init(sumOf a: Double, _ b: Double) {
    high = a + b
    let rest = high - a
    low = (a - (high - rest)) + (b - rest)
  }

  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The number rounded to one double.
  var rounded: Double { high + low }

  /// The sum with a double, the high parts added exactly.
  static func + (left: DoubleDouble, right: Double) -> DoubleDouble {
    var sum = DoubleDouble(sumOf: left.high, right)
    sum.low += left.low
    return sum
  }

  /// The product, to about 100 bits.
  static func * (left: DoubleDouble, right: DoubleDouble) -> DoubleDouble {
    let high = left.high * right.high
    let low = (-high).addingProduct(left.high, right.high)
    return DoubleDouble(
      sumOf: high, low + (left.high * right.low).addingProduct(left.low, right.high))
  }

  /// The quotient, rounded to one double.
  static func / (left: DoubleDouble, right: DoubleDouble) -> Double {
    let quotient = left.high / right.high
    let remainder = left.high.addingProduct(-quotient, right.high) + left.low
    return quotient + remainder.addingProduct(-quotient, right.low) / right.high
  }

  /// The number times a power of two that neither overflows nor underflows.
  func scaled(byPowerOfTwo exponent: Int) -> DoubleDouble {
    let factor = Double(sign: .plus, exponent: exponent, significand: 1)
    return DoubleDouble(high: high * factor, low: low * factor)
  }
}
