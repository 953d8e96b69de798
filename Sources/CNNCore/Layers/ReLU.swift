/// The rectified linear unit of each element.
///
///     y = max(0, x),   dL/dx = g where x > 0, else 0
///
/// - Shapes: any; output and gradient have the shape of the input.
public struct ReLU<Scalar: TensorScalar>: Layer, Sendable {
  private var input: Tensor<Scalar>?

  /// The rectified linear unit.
  public init() { self.init(input: nil) }

  private init(input: Tensor<Scalar>?) {
    self.input = input
  }

  /// The positive elements; 0 in place of the others.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return relu(input)
  }

  /// The gradient where the input was positive; 0 elsewhere.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let input = remembered(input)
    requireGradient(outputGradient, outputShape: input.shape)
    return Tensor(
      unchecked: input.shape, Kernels.reluGradient(input.scalars, outputGradient.scalars))
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension ReLU where Scalar == Double {
  /// The rectified linear unit.
  public init() { self.init(input: nil) }
}
