/// The cost of ordinary least squares.
///
///     C = Σ (t − p)² / N,   dC/dp = −2 · (t − p) / N
///
/// - Shapes: predictions and targets `[N, …]`; the divisor is the number of samples alone.
public struct OLSCost<Scalar: TensorScalar>: Loss {
  /// The cost of ordinary least squares.
  public init() {}

  /// The cost of a batch.
  public func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar {
    requireBatch("OLSCost", prediction, target)
    let difference = target - prediction
    return (difference * difference).sum() / Scalar(target.shape[0])
  }

  /// The gradient for the predictions.
  public func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar> {
    requireBatch("OLSCost", prediction, target)
    return (prediction - target) * (2 / Scalar(target.shape[0]))
  }
}

/// The cost of logistic regression: the binary cross-entropy over the number of samples.
///
///     C = −Σ (t · ln p + (1 − t) · ln(1 − p)) / N
///
/// - Shapes: probabilities and targets `[N, …]`; the divisor is the number of samples alone.
public struct LogisticCost<Scalar: TensorScalar>: Loss {
  /// The cost of logistic regression.
  public init() {}

  /// The cost of a batch.
  public func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar {
    let mean = BinaryCrossEntropy<Scalar>(fromLogits: false).value(prediction, target: target)
    return mean * Scalar(target.count) / Scalar(target.shape[0])
  }

  /// The gradient for the probabilities.
  public func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar> {
    let mean = BinaryCrossEntropy<Scalar>(fromLogits: false).gradient(prediction, target: target)
    return mean * (Scalar(target.count) / Scalar(target.shape[0]))
  }
}
