/// Brings features to mean 0 and standard deviation 1 as they are in the training samples.
///
///     y = (x − mean) / deviation,   a constant feature is only moved
public struct Standardizer<Scalar: TensorScalar>: Hashable, Sendable {
  /// The mean of each feature, `[F…]`; the value itself where it is constant.
  public let mean: Tensor<Scalar>
  /// The standard deviation of each feature, 1 where it is constant.
  public let deviation: Tensor<Scalar>

  /// The means and deviations of training samples `[N, F…]`.
  ///
  /// - Precondition: There are samples.
  public init(_ samples: Tensor<Scalar>) {
    require(
      samples.rank > 1 && samples.shape[0] > 0, "Standardizer: there are no samples to measure")
    // A mean is rounded, and would leave a constant feature with a deviation of the rounding error.
    let (lows, highs) = (samples.min(axis: 0), samples.max(axis: 0))
    var means = samples.mean(axis: 0)
    for (place, low) in lows.scalars.enumerated() where low == highs.scalars[place] {
      means.scalars[place] = low
    }
    let centered = samples - means
    mean = means
    deviation = sqrt((centered * centered).mean(axis: 0)).map { $0 > 0 ? $0 : 1 }
  }

  /// The samples in units of the training samples' deviations.
  public func callAsFunction(_ samples: Tensor<Scalar>) -> Tensor<Scalar> {
    (samples - mean) / deviation
  }
}
