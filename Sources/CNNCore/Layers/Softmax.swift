/// Probabilities from any numbers, along an axis.
///
///     y[k] = e^(x[k] − m) / Σ_j e^(x[j] − m),   m = max x
///     dL/dx[k] = y[k] · (g[k] − Σ_j g[j] · y[j])
///
/// - Shapes: any; output and gradient have the shape of the input.
/// - Note: The axes of a batch count, the first being that of the samples: -1 is the last, 1 the
///   channels of images `[N, C, H, W]`.
public struct Softmax<Scalar: TensorScalar>: Layer, Sendable {
  /// The axis along which the probabilities add up to 1; the last if not given.
  public let axis: Int
  private var output: Tensor<Scalar>?

  /// The softmax along an axis.
  ///
  /// - Parameter axis: The axis along which the probabilities add up to 1; the last if not given.
  public init(axis: Int = -1) { self.init(axis, output: nil) }

  private init(_ axis: Int, output: Tensor<Scalar>?) {
    self.axis = axis
    self.output = output
  }

  /// The probabilities along the axis.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let output = softmax(input, axis: axis)
    self.output = output
    return output
  }

  /// The probabilities along the axis; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> { softmax(input, axis: axis) }

  /// The gradient for the input.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let output = remembered(output)
    requireGradient(outputGradient, outputShape: output.shape)
    return softmaxGradient(
      probabilities: output, outputGradient: outputGradient, axis: axis)
  }

  /// Probabilities that add up to 1.
  public var outputKind: OutputKind { .distribution }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension Softmax where Scalar == Double {
  /// The softmax along an axis.
  ///
  /// - Parameter axis: The axis along which the probabilities add up to 1; the last if not given.
  public init(axis: Int = -1) { self.init(axis, output: nil) }
}
