/// The leaky rectified linear unit of each element.
///
///     y = x where x > 0, else slope · x,   dL/dx = g where x > 0, else slope · g
///
/// - Shapes: any; output and gradient have the shape of the input.
public struct LeakyReLU<Scalar: TensorScalar>: Layer, Sendable {
  /// The slope below zero; 0.01 if not given, as in PyTorch.
  public let slope: Scalar
  private var input: Tensor<Scalar>?

  /// The leaky rectified linear unit.
  ///
  /// - Parameter slope: The slope below zero; 0.01 if not given, as in PyTorch.
  public init(slope: Scalar = 0.01) { self.init(slope, input: nil) }

  private init(_ slope: Scalar, input: Tensor<Scalar>?) {
    self.slope = slope
    self.input = input
  }

  /// The leaky rectified linear unit of each element.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return leakyReLU(input, slope: slope)
  }

  /// The leaky rectified linear unit of each element; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> { leakyReLU(input, slope: slope) }

  /// The gradient for the input.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let input = remembered(input)
    requireGradient(outputGradient, outputShape: input.shape)
    return outputGradient * leakyReLUDerivative(input, slope: slope)
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension LeakyReLU where Scalar == Double {
  /// The leaky rectified linear unit.
  ///
  /// - Parameter slope: The slope below zero; 0.01 if not given, as in PyTorch.
  public init(slope: Scalar = 0.01) { self.init(slope, input: nil) }
}
