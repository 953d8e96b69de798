/// The places of samples for training and for testing, drawn as scikit-learn's `train_test_split` draws
/// them: of a permutation the first are for testing, the next for training.
///
/// - Parameters:
///   - testShare: The share of samples for testing, rounded up to whole samples.
///   - generator: What draws the permutation.
/// - Precondition: Both parts get at least one sample.
public func trainTestSplit(
  _ count: Int, testShare: Double, using generator: inout NumPyRandom
) -> (train: [Int], test: [Int]) {
  let tests = Int((testShare * Double(count)).rounded(.up))
  require(
    tests > 0 && tests < count,
    "trainTestSplit: a share of \(testShare) leaves \(count - tests) of \(count) samples for "
      + "training and \(tests) for testing")
  let order = generator.permutation(count)
  return (Array(order[tests...]), Array(order[..<tests]))
}

/// Brings features to mean 0 and standard deviation 1 as they are in the training samples.
///
///     y = (x − mean) / deviation,   a constant feature is only moved
public struct Standardizer<Scalar: TensorScalar>: Hashable, Sendable {
  /// The mean of each feature, `[F…]`.
  public let mean: Tensor<Scalar>
  /// The standard deviation of each feature, 1 where it is constant.
  public let deviation: Tensor<Scalar>

  /// The means and deviations of training samples `[N, F…]`.
  ///
  /// - Precondition: There are samples.
  public init(_ samples: Tensor<Scalar>) {
    require(
      samples.rank > 1 && samples.shape[0] > 0, "Standardizer: there are no samples to measure")
    mean = samples.mean(axis: 0)
    let centered = samples - mean
    deviation = sqrt((centered * centered).mean(axis: 0)).map { $0 > 0 ? $0 : 1 }
  }

  /// The samples in units of the training samples' deviations.
  public func callAsFunction(_ samples: Tensor<Scalar>) -> Tensor<Scalar> {
    (samples - mean) / deviation
  }
}
