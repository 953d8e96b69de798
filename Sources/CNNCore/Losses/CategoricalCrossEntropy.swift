/// The categorical cross-entropy of probabilities.
///
///     L = −Σₙ Σₖ tₙₖ · ln pₙₖ / N,   dL/dp = −t / (p · N)
///
/// A term whose target is 0 counts as 0. `SoftmaxCrossEntropy`, from logits, keeps all digits where a
/// probability is near 0.
///
/// - Shapes: probabilities and targets `[N, K]`.
/// - Precondition: The probabilities are in [0, 1].
public struct CategoricalCrossEntropy<Scalar: TensorScalar>: Loss {
  /// The cross-entropy from probabilities.
  public init() {}

  /// The loss of a batch.
  public func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar {
    requireProbabilities(prediction, target)
    let terms = zip(prediction.scalars, target.scalars).map { p, t in
      t == 0 ? 0 : t * Scalar.log(p)
    }
    return 0 - Tensor(unchecked: prediction.shape, terms).sum() / Scalar(prediction.shape[0])
  }

  /// The gradient for the probabilities.
  public func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar> {
    requireProbabilities(prediction, target)
    let samples = Scalar(prediction.shape[0])
    let terms = zip(prediction.scalars, target.scalars).map { p, t in
      t == 0 ? 0 : -t / (p * samples)
    }
    return Tensor(unchecked: prediction.shape, terms)
  }

  private func requireProbabilities(_ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>) {
    require(
      prediction.rank == 2,
      "CategoricalCrossEntropy: expected probabilities [N, K], got shape \(prediction.shape)")
    requireBatch("CategoricalCrossEntropy", prediction, target)
    if let wrong = prediction.scalars.first(where: { $0 < 0 || $0 > 1 }) {
      fail("CategoricalCrossEntropy: \(wrong) is no probability; are these logits?")
    }
  }
}
