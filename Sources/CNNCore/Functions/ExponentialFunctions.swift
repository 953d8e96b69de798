/// The elementary functions of the core: they use nothing but IEEE 754 additions, multiplications,
/// divisions and fused multiply-adds, so that every machine gives the same bits. A system's own
/// mathematical library does not: its results differ between versions and processors.
enum Elementary {
  private static let log2e = 0x1.71547652b82fep+0
  /// The leading 33 bits of ln 2, so that a multiple by up to 2^20 is exact.
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  /// 1/n! for n from 2 to 14, highest first.
  private static let inverseFactorials: [Double] = [
    0x1.93974a8c07c9dp-37, 0x1.6124613a86d09p-33, 0x1.1eed8eff8d898p-29, 0x1.ae64567f544e4p-26,
    0x1.27e4fb7789f5cp-22, 0x1.71de3a556c734p-19, 0x1.a01a01a01a01ap-16, 0x1.a01a01a01a01ap-13,
    0x1.6c16c16c16c17p-10, 0x1.1111111111111p-7, 0x1.5555555555555p-5, 0x1.5555555555555p-3, 0.5,
  ]

  /// The exponential function: x = k·ln 2 + r with |r| ≤ ln 2 / 2, then the Taylor series in r.
  static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    let k = (x * log2e).rounded(.toNearestOrEven)
    let high = x.addingProduct(-k, ln2High)
    let r = high.addingProduct(-k, ln2Low)
    let tail = (high - r).addingProduct(-k, ln2Low)
    var series = 0.0
    for coefficient in inverseFactorials { series = coefficient.addingProduct(series, r) }
    let sum = 1 + r
    let power = sum + ((1 - sum) + r + (tail + r * r * series))
    // In two steps: a result below the normal range is rounded once, by the last one.
    let half = Int(k) / 2
    return power * Double(sign: .plus, exponent: half, significand: 1)
      * Double(sign: .plus, exponent: Int(k) - half, significand: 1)
  }

  /// 2/(2n + 1) for n from 12 to 1, highest first.
  private static let atanhCoefficients: [Double] = (1...12).reversed().map {
    2 / Double(2 * $0 + 1)
  }

  /// The natural logarithm: x = 2^k·m with m between √½ and √2, then
  /// ln m = 2·atanh(s) = 2s + 2s³/3 + 2s⁵/5 + … with s = (m − 1)/(m + 1).
  ///
  /// The quotient s and the sum with k·ln 2 are carried to twice the precision, so that the result is
  /// at most 0.55 units in the last place off: nearly always the correctly rounded one.
  static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    var k = Double(x.exponent)
    var m = x.significand
    if m > 0x1.6a09e667f3bcdp+0 {
      m /= 2
      k += 1
    }
    let f = m - 1
    let divisor = m + 1
    let divisorRest = m - (divisor - 1)
    let s = f / divisor
    let sRest = (f.addingProduct(-s, divisor) - s * divisorRest) / divisor
    let z = s * s
    var series = 0.0
    for coefficient in atanhCoefficients { series = coefficient.addingProduct(series, z) }
    let high = k * ln2High
    let sum = high + 2 * s
    // What the sum has lost, whichever of its parts is the larger.
    let part = sum - high
    let lost = (high - (sum - part)) + (2 * s - part)
    return sum + (lost + (2 * sRest + (s * z * series + k * ln2Low)))
  }
}

/// e to the power of x, at most 1 unit in the last place off, the same bits on every machine.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func exp<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  Scalar(Elementary.exp(Double(x)))
}

/// The natural logarithm of x, at most 1 unit in the last place off, the same bits on every machine.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func log<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  Scalar(Elementary.log(Double(x)))
}
