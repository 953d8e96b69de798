/// The logistic function of each element.
///
///     y = σ(x) = 1 / (1 + e⁻ˣ),   dL/dx = g · σ(x) · σ(−x)
///
/// - Shapes: any; output and gradient have the shape of the input.
public struct Sigmoid<Scalar: TensorScalar>: Layer, Sendable {
  private var input: Tensor<Scalar>?

  /// The logistic function.
  public init() { self.init(input: nil) }

  private init(input: Tensor<Scalar>?) {
    self.input = input
  }

  /// The logistic function of each element.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return sigmoid(input)
  }

  /// The gradient for the input.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let input = remembered(input)
    requireGradient(outputGradient, outputShape: input.shape)
    return outputGradient * sigmoidDerivative(input)
  }

  /// Probabilities, each by itself.
  public var outputKind: OutputKind { .probabilities }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension Sigmoid where Scalar == Double {
  /// The logistic function.
  public init() { self.init(input: nil) }
}
