/// The elements of each sample as a vector, in row-major order.
///
/// - Shapes: input `[N, …]`, output `[N, F]` with as many elements.
public struct Flatten<Scalar: TensorScalar>: Layer, Sendable {
  private var inputShape: [Int]?

  /// Flattening of each sample.
  public init() { self.init(inputShape: nil) }

  private init(inputShape: [Int]?) {
    self.inputShape = inputShape
  }

  /// Each sample as a vector.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    require(input.rank >= 1, "Flatten: expected a batch [N, …], got a single number")
    inputShape = input.shape
    return input.reshaped(flatShape(input.shape))
  }

  /// The gradient in the shape of the input.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let inputShape = remembered(inputShape)
    requireGradient(outputGradient, outputShape: flatShape(inputShape))
    return outputGradient.reshaped(inputShape)
  }

  /// The number of elements of a sample.
  public func outputShape(forSample shape: [Int]) -> [Int] { [shape.reduce(1, *)] }

  private func flatShape(_ shape: [Int]) -> [Int] {
    [shape[0], shape.dropFirst().reduce(1, *)]
  }
}

// Without a context that says otherwise, layers take doubles.
extension Flatten where Scalar == Double {
  /// Flattening of each sample.
  public init() { self.init(inputShape: nil) }
}
