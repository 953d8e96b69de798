/// The binary cross-entropy of a batch, from logits or from probabilities.
///
///     L = mean of −(t · ln p + (1 − t) · ln(1 − p)),   p = σ(z) where `fromLogits`
///
/// - Shapes: predictions and targets alike.
public struct BinaryCrossEntropy<Scalar: TensorScalar>: Loss {
  /// Whether the predictions are logits, which is stable for any of them, or probabilities.
  public let fromLogits: Bool

  /// The cross-entropy from logits, or from probabilities.
  public init(fromLogits: Bool = true) {
    self.fromLogits = fromLogits
  }

  /// The loss of a batch.
  public func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar {
    requireBatch("BinaryCrossEntropy", prediction, target)
    let terms = zip(prediction.scalars, target.scalars).map { p, t in
      fromLogits
        ? binaryCrossEntropy(logit: p, target: t) : binaryCrossEntropy(probability: p, target: t)
    }
    return Tensor(unchecked: prediction.shape, terms).mean()
  }

  /// The gradient for the predictions.
  public func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar> {
    requireBatch("BinaryCrossEntropy", prediction, target)
    let count = Scalar(prediction.count)
    let terms = zip(prediction.scalars, target.scalars).map { p, t in
      (fromLogits
        ? binaryCrossEntropyDerivative(logit: p, target: t)
        : binaryCrossEntropyDerivative(probability: p, target: t)) / count
    }
    return Tensor(unchecked: prediction.shape, terms)
  }
}
