/// How the parameters of a layer are drawn before it is trained.
///
/// `fanIn` is the number of inputs that one output sums, `fanOut` the number of outputs that one input
/// reaches. Numbers are drawn in double precision and rounded.
public enum Initializer: Hashable, Sendable {
  /// Every number 0.
  case zeros
  /// Every number the same.
  case constant(Double)
  /// Uniform in [low, high).
  case uniform(low: Double, high: Double)
  /// Normal around 0.
  case normal(standardDeviation: Double)
  /// Uniform in ±√(6 / (fanIn + fanOut)) (Glorot and Bengio 2010,
  /// https://proceedings.mlr.press/v9/glorot10a.html).
  case glorotUniform
  /// Normal with variance 2 / (fanIn + fanOut).
  case glorotNormal
  /// Uniform in ±√(6 / fanIn) (He et al. 2015, https://arxiv.org/abs/1502.01852).
  case heUniform
  /// Normal with variance 2 / fanIn.
  case heNormal

  /// A tensor drawn in row-major order.
  ///
  /// - Precondition: The fans are positive.
  public func tensor<Scalar: TensorScalar>(
    shape: [Int], fanIn: Int, fanOut: Int, using generator: inout NumPyRandom
  ) -> Tensor<Scalar> {
    require(
      fanIn > 0 && fanOut > 0, "Initializer: fans of \(fanIn) and \(fanOut) are not positive")
    let sum = Double(fanIn + fanOut)
    switch self {
    case .zeros: return Tensor(repeating: 0, shape: shape)
    case .constant(let value): return Tensor(repeating: Scalar(value), shape: shape)
    case .uniform(let low, let high):
      return Tensor(generator.uniform(low: low, high: high, shape: shape))
    case .normal(let deviation):
      return Tensor(generator.normal(mean: 0, standardDeviation: deviation, shape: shape))
    case .glorotUniform:
      return Self.symmetric((6 / sum).squareRoot(), shape, &generator)
    case .glorotNormal:
      return Self.normal((2 / sum).squareRoot(), shape, &generator)
    case .heUniform:
      return Self.symmetric((6 / Double(fanIn)).squareRoot(), shape, &generator)
    case .heNormal:
      return Self.normal((2 / Double(fanIn)).squareRoot(), shape, &generator)
    }
  }

  private static func symmetric<Scalar: TensorScalar>(
    _ limit: Double, _ shape: [Int], _ generator: inout NumPyRandom
  ) -> Tensor<Scalar> {
    Tensor(generator.uniform(low: -limit, high: limit, shape: shape))
  }

  private static func normal<Scalar: TensorScalar>(
    _ deviation: Double, _ shape: [Int], _ generator: inout NumPyRandom
  ) -> Tensor<Scalar> {
    Tensor(generator.normal(mean: 0, standardDeviation: deviation, shape: shape))
  }
}
