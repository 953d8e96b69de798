/// The hyperbolic tangent of each element.
///
///     y = tanh(x),   dL/dx = g · (1 − tanh²(x))
///
/// - Shapes: any; output and gradient have the shape of the input.
public struct Tanh<Scalar: TensorScalar>: Layer, Sendable {
  private var input: Tensor<Scalar>?

  /// The hyperbolic tangent.
  public init() { self.init(input: nil) }

  private init(input: Tensor<Scalar>?) {
    self.input = input
  }

  /// The hyperbolic tangent of each element.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return tanh(input)
  }

  /// The hyperbolic tangent of each element; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> { tanh(input) }

  /// The gradient for the input.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let input = remembered(input)
    requireGradient(outputGradient, outputShape: input.shape)
    return outputGradient * tanhDerivative(input)
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension Tanh where Scalar == Double {
  /// The hyperbolic tangent.
  public init() { self.init(input: nil) }
}
