/// Normalisation of each feature map by itself.
///
///     var norm = Normalization(.standard)
///
/// Unlike `BatchNorm2D` it has no parameters, and a sample's output does not depend on the others.
/// The formulas are those of `NormalizationMethod`.
///
/// - Shapes: input `[N, …, H, W]`; output and gradient have the shape of the input.
public struct Normalization<Scalar: TensorScalar>: Layer, Sendable {
  /// How each feature map is normalised.
  public let method: NormalizationMethod
  private var input: Tensor<Scalar>?

  /// Normalisation by the given method, to zero mean and unit deviation if none is given.
  public init(_ method: NormalizationMethod = .standard) { self.init(method, input: nil) }

  private init(_ method: NormalizationMethod, input: Tensor<Scalar>?) {
    self.method = method
    self.input = input
  }

  /// The normalised feature maps.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return predict(input)
  }

  /// The normalised feature maps; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      input.rank >= 3, "Normalization: expected a batch [N, …, H, W], got shape \(input.shape)")
    return normalize(input, by: method)
  }

  /// The gradient for the input.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let input = remembered(input)
    requireGradient(outputGradient, outputShape: input.shape)
    return normalizationGradient(input, outputGradient: outputGradient, by: method)
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension Normalization where Scalar == Double {
  /// Normalisation by the given method, to zero mean and unit deviation if none is given.
  public init(_ method: NormalizationMethod = .standard) { self.init(method, input: nil) }
}
