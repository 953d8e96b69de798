/// The mean of the squared differences.
///
///     L = Σ (p − t)² / n,   dL/dp = 2 · (p − t) / n
///
/// - Shapes: predictions and targets alike, with n numbers.
public struct MeanSquaredError<Scalar: TensorScalar>: Loss {
  /// The mean squared error.
  public init() {}

  /// The loss of a batch.
  public func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar {
    requireBatch("MeanSquaredError", prediction, target)
    let difference = prediction - target
    return (difference * difference).mean()
  }

  /// The gradient for the predictions.
  public func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar> {
    requireBatch("MeanSquaredError", prediction, target)
    return (prediction - target) * (2 / Scalar(prediction.count))
  }
}
