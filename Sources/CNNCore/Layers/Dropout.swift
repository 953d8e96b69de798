/// Dropout: in training each element is set to zero with a given probability, so that the network
/// does not come to rely on single ones; in use nothing changes.
///
///     y = x · m / (1 − p),   dL/dx = g · m / (1 − p),   m = 1 where r ≥ p, else 0
///
/// The numbers r are drawn anew in each forward pass, uniform in [0, 1), in row-major order of the
/// input. The division by 1 − p keeps the expected value ("inverted" dropout), so that `predict` is
/// the identity.
///
/// - Shapes: any; output and gradient have the shape of the input.
/// - Note: Srivastava et al., "Dropout: A Simple Way to Prevent Neural Networks from Overfitting",
///   2014, <https://jmlr.org/papers/v15/srivastava14a.html>
public struct Dropout<Scalar: TensorScalar>: Layer, Sendable {
  /// The probability with which an element is set to zero.
  public let rate: Double
  private var generator: NumPyRandom
  /// 0 for the elements that were dropped, 1 / (1 − rate) for the others.
  private var factors: Tensor<Scalar>?

  /// Dropout that draws from a generator of its own.
  ///
  /// - Parameters:
  ///   - rate: The probability with which an element is set to zero, at least 0 and below 1.
  ///   - seed: The seed of the layer's generator.
  public init(rate: Double, seed: Int) {
    self.init(rate: rate, generator: NumPyRandom(seed: seed))
  }

  /// Dropout that draws from a generator of its own.
  ///
  /// - Parameters:
  ///   - rate: The probability with which an element is set to zero, at least 0 and below 1.
  ///   - generator: The generator, which the layer goes on with from the state that it is in.
  public init(rate: Double, generator: NumPyRandom) {
    self.init(rate, generator)
  }

  private init(_ rate: Double, _ generator: NumPyRandom) {
    require(
      rate >= 0 && rate < 1, "Dropout: the rate must be at least 0 and below 1, not \(rate)")
    self.rate = rate
    self.generator = generator
  }

  /// The input with some elements set to zero and the others made larger.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let factor = Scalar(1 / (1 - rate))
    let draws = generator.randomSample(shape: input.shape)
    let factors = Tensor(
      unchecked: input.shape, draws.scalars.map { $0 >= rate ? factor : 0 })
    self.factors = factors
    return input * factors
  }

  /// The input itself.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> { input }

  /// The gradient, zero for the elements that were dropped.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let factors = remembered(factors)
    requireGradient(outputGradient, outputShape: factors.shape)
    return outputGradient * factors
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] { shape }
}

// Without a context that says otherwise, layers take doubles.
extension Dropout where Scalar == Double {
  /// Dropout that draws from a generator of its own.
  ///
  /// - Parameters:
  ///   - rate: The probability with which an element is set to zero, at least 0 and below 1.
  ///   - seed: The seed of the layer's generator.
  public init(rate: Double, seed: Int) {
    self.init(rate, NumPyRandom(seed: seed))
  }

  /// Dropout that draws from a generator of its own.
  ///
  /// - Parameters:
  ///   - rate: The probability with which an element is set to zero, at least 0 and below 1.
  ///   - generator: The generator, which the layer goes on with from the state that it is in.
  public init(rate: Double, generator: NumPyRandom) {
    self.init(rate, generator)
  }
}
