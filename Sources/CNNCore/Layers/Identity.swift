/// The input itself: the activation of a layer that has none.
///
///     y = x,   dL/dx = g
///
/// - Shapes: any; output and gradient have the shape of the input.
public struct Identity<Scalar: TensorScalar>: Layer, Sendable {
  private var shape: [Int]?

  /// The identity.
  public init() { self.init(shape: nil) }

  private init(shape: [Int]?) {
    self.shape = shape
  }

  /// The input.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    shape = input.shape
    return input
  }

  /// The gradient as it comes.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    requireGradient(outputGradient, outputShape: remembered(shape))
    return outputGradient
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension Identity where Scalar == Double {
  /// The identity.
  public init() { self.init(shape: nil) }
}
