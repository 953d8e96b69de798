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

  /// The magnitudes √(re² + im²).
  public var magnitude: Tensor<Scalar> { sqrt(real * real + imaginary * imaginary) }

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
