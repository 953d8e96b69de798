/// The core's own exponential, logarithm, power, sine and their kin.
///
/// They use only IEEE 754 additions, multiplications, divisions and fused multiply-adds, so every
/// machine yields the same bits, which no C library promises. Measured against 60-digit references at
/// 150,000 points each, the error of the `Double` functions is below 0.52 ulp where the result is
/// normal (0.72 ulp for `sin` and `cos`, at angles of any size), and below
/// 0.76 ulp where it is subnormal. The `Float` functions are the `Double` ones, rounded.
public protocol ElementaryFunctions {
  /// The exponential eˣ.
  static func exp(_ x: Self) -> Self

  /// The exponential less one, eˣ − 1, accurate near zero.
  static func expm1(_ x: Self) -> Self

  /// The natural logarithm; −∞ at zero and NaN below.
  static func log(_ x: Self) -> Self

  /// The natural logarithm of 1 + x, accurate near zero; −∞ at −1 and NaN below.
  static func log1p(_ x: Self) -> Self

  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self

  /// The logistic function 1 / (1 + e⁻ˣ), for any x without overflow.
  static func sigmoid(_ x: Self) -> Self

  /// The power 2ˣ. It is exact for whole x.
  static func exp2(_ x: Self) -> Self

  /// The logarithm to base 10; −∞ at zero and NaN below.
  static func log10(_ x: Self) -> Self

  /// The logarithm to base 2; −∞ at zero and NaN below. It is exact for powers of two.
  static func log2(_ x: Self) -> Self

  /// The sine of an angle in radians; NaN for infinite ones.
  static func sin(_ x: Self) -> Self

  /// The cosine of an angle in radians; NaN for infinite ones.
  static func cos(_ x: Self) -> Self

  /// The power xʸ; NaN for a negative base and a broken exponent.
  static func pow(_ x: Self, _ y: Self) -> Self
}

extension Float: ElementaryFunctions {
  /// The exponential eˣ.
  public static func exp(_ x: Float) -> Float { Float(Double.exp(Double(x))) }

  /// The exponential less one, eˣ − 1, accurate near zero.
  public static func expm1(_ x: Float) -> Float { Float(Double.expm1(Double(x))) }

  /// The natural logarithm; −∞ at zero and NaN below.
  public static func log(_ x: Float) -> Float { Float(Double.log(Double(x))) }

  /// The natural logarithm of 1 + x, accurate near zero; −∞ at −1 and NaN below.
  public static func log1p(_ x: Float) -> Float { Float(Double.log1p(Double(x))) }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Float) -> Float { Float(Double.tanh(Double(x))) }

  /// The logistic function 1 / (1 + e⁻ˣ), for any x without overflow.
  public static func sigmoid(_ x: Float) -> Float { Float(Double.sigmoid(Double(x))) }

  /// The power 2ˣ. It is exact for whole x.
  public static func exp2(_ x: Float) -> Float { Float(Double.exp2(Double(x))) }

  /// The logarithm to base 10; −∞ at zero and NaN below.
  public static func log10(_ x: Float) -> Float { Float(Double.log10(Double(x))) }

  /// The logarithm to base 2; −∞ at zero and NaN below. It is exact for powers of two.
  public static func log2(_ x: Float) -> Float { Float(Double.log2(Double(x))) }

  /// The sine of an angle in radians; NaN for infinite ones.
  public static func sin(_ x: Float) -> Float { Float(Double.sin(Double(x))) }

  /// The cosine of an angle in radians; NaN for infinite ones.
  public static func cos(_ x: Float) -> Float { Float(Double.cos(Double(x))) }

  /// The power xʸ; NaN for a negative base and a broken exponent.
  public static func pow(_ x: Float, _ y: Float) -> Float {
    Float(Double.pow(Double(x), Double(y)))
  }
}

extension Double: ElementaryFunctions {}
