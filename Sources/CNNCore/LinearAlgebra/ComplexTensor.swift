/// An array of complex numbers, as two tensors of equal shape.
public struct ComplexTensor<Scalar: TensorScalar>: Hashable, Sendable {
  /// The real parts.
  public let real: Tensor<Scalar>
  /// The imaginary parts.
  public let imaginary: Tensor<Scalar>

  /// The numbers with the given parts.
  ///
  /// - Precondition: Both have the same shape.
  public init(real: Tensor<Scalar>, imaginary: Tensor<Scalar>) {
    require(
      real.shape == imaginary.shape,
      "ComplexTensor: real parts of shape \(real.shape), imaginary of \(imaginary.shape)")
    self.real = real
    self.imaginary = imaginary
  }

  /// Real numbers as complex ones.
  public init(_ real: Tensor<Scalar>) {
    self.real = real
    imaginary = Tensor(repeating: 0, shape: real.shape)
  }

  /// The length of each axis.
  public var shape: [Int] { real.shape }

  /// The magnitudes √(re² + im²), whose squares neither overflow nor vanish.
  ///
  ///     s · √((re/s)² + (im/s)²),   s the power of two at the larger part
  ///
  /// The error is below 1.25 ulp where the result is normal, the same bits everywhere. As C's `hypot`, an
  /// infinite part makes the magnitude infinite, whatever the other is.
  public var magnitude: Tensor<Scalar> {
    real.combined(with: imaginary) { x, y in
      let larger = Swift.max(x.magnitude, y.magnitude)
      if x.isInfinite || y.isInfinite { return .infinity }
      guard larger > 0 else { return x.isNaN || y.isNaN ? .nan : 0 }
      let scale = Scalar(sign: .plus, exponent: larger.exponent, significand: 1)
      let (a, b) = (x / scale, y / scale)
      return (a * a + b * b).squareRoot() * scale
    }
  }

  /// The numbers with the signs of their imaginary parts changed.
  public var conjugate: ComplexTensor { ComplexTensor(real: real, imaginary: -imaginary) }

  /// The element-wise sum.
  public static func + (left: ComplexTensor, right: ComplexTensor) -> ComplexTensor {
    ComplexTensor(real: left.real + right.real, imaginary: left.imaginary + right.imaginary)
  }

  /// The element-wise difference.
  public static func - (left: ComplexTensor, right: ComplexTensor) -> ComplexTensor {
    ComplexTensor(real: left.real - right.real, imaginary: left.imaginary - right.imaginary)
  }

  /// The element-wise product.
  public static func * (left: ComplexTensor, right: ComplexTensor) -> ComplexTensor {
    ComplexTensor(
      real: left.real * right.real - left.imaginary * right.imaginary,
      imaginary: left.real * right.imaginary + left.imaginary * right.real)
  }

  /// The product of each element and a real number.
  public static func * (left: ComplexTensor, right: Scalar) -> ComplexTensor {
    ComplexTensor(real: left.real * right, imaginary: left.imaginary * right)
  }
}

extension ComplexTensor: CustomStringConvertible {
  /// The elements in aligned rows, in the way of NumPy: `[1.+2.j 0.-1.j]`.
  public var description: String {
    let offsets = real.shownOffsets
    let reals = TensorNumberFormat(offsets.map { real.scalars[$0] }).texts
    let imaginaries = TensorNumberFormat(
      offsets.map { imaginary.scalars[$0] }, plus: true
    ).texts
    return real.rows(of: zip(reals, imaginaries).map { $0 + Self.withUnit($1) })
  }

  /// The number with the imaginary unit behind its last digit, before the blanks that align it.
  private static func withUnit(_ text: String) -> String {
    let blanks = text.reversed().prefix { $0 == " " }.count
    return text.dropLast(blanks) + "j" + String(repeating: " ", count: blanks)
  }
}
