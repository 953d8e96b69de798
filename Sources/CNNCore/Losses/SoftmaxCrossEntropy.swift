/// The categorical cross-entropy of the softmax of logits.
///
///     L = −Σₙ Σₖ tₙₖ · logSoftmax(z)ₙₖ / N,   dL/dzₙₖ = (softmax(z)ₙₖ · Σⱼ tₙⱼ − tₙₖ) / N
///
/// A term whose target is 0 counts as 0, also where the logit is −∞. Rows of targets need not add up to
/// 1, as in PyTorch.
///
/// Computed from the logits, so that no logarithm of 0 arises; a network for it ends without a softmax.
///
/// - Shapes: logits `[N, K]`, targets `[N, K]` with one row of probabilities or weights for each sample,
///   such as `oneHot` makes them.
public struct SoftmaxCrossEntropy<Scalar: TensorScalar>: Loss {
  /// The cross-entropy from logits.
  public init() {}

  /// The loss of a batch.
  public func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar {
    requireRows(prediction, target)
    let logarithms = logSoftmax(prediction, axis: 1)
    let terms = logarithms.combined(with: target) { $1 == 0 ? 0 : $0 * $1 }
    return 0 - terms.sum() / Scalar(prediction.shape[0])
  }

  /// The gradient for the logits.
  public func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar> {
    requireRows(prediction, target)
    let sums = target.sum(axis: 1).asColumn()
    return (softmax(prediction, axis: 1) * sums - target) / Scalar(prediction.shape[0])
  }

  private func requireRows(_ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>) {
    require(
      prediction.rank == 2,
      "SoftmaxCrossEntropy: expected logits [N, K], got shape \(prediction.shape)")
    requireBatch("SoftmaxCrossEntropy", prediction, target)
  }
}
