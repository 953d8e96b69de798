// Two forms: from a probability p, and from a logit z with p = σ(z). The second keeps all digits
// where p is so near to 0 or 1 that 1 − p has none left. Logarithms are natural. Nothing is clipped:
// a certain and wrong prediction has an infinite loss.

/// The binary cross-entropy of a predicted probability.
///
///     L = −(y · ln p + (1 − y) · ln(1 − p))
///
/// A term whose factor is 0 counts as 0. The loss is +∞ where the probability of what happened is 0.
///
/// - Precondition: The probability and the target are in [0, 1].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func binaryCrossEntropy<Scalar: TensorScalar>(
  probability: Scalar, target: Scalar
) -> Scalar {
  requireUnit("probability", probability)
  requireUnit("target", target)
  let hit = target == 0 ? 0 : target * Scalar.log(probability)
  let miss = target == 1 ? 0 : (1 - target) * Scalar.log1p(-probability)
  // 0 − (…) rather than −(…), so that no loss is −0.
  return 0 - (hit + miss)
}

/// The derivative of the binary cross-entropy with respect to the predicted probability.
///
///     dL/dp = (1 − y) / (1 − p) − y / p
///
/// A term whose factor is 0 counts as 0.
///
/// - Precondition: The probability and the target are in [0, 1].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func binaryCrossEntropyDerivative<Scalar: TensorScalar>(
  probability: Scalar, target: Scalar
) -> Scalar {
  requireUnit("probability", probability)
  requireUnit("target", target)
  let miss = target == 1 ? 0 : (1 - target) / (1 - probability)
  let hit = target == 0 ? 0 : target / probability
  return miss - hit
}

/// The binary cross-entropy of σ(z), computed from the logit `z`.
///
///     L = max(z, 0) − y · z + ln(1 + e^(−|z|)) = ln(1 + eᶻ) − y · z
///
/// - Precondition: The target is in [0, 1].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func binaryCrossEntropy<Scalar: TensorScalar>(logit: Scalar, target: Scalar) -> Scalar {
  requireUnit("target", target)
  let softplus = Scalar.log1p(Scalar.exp(-logit.magnitude))
  let linear = logit > 0 ? (1 - target) * logit : -target * logit
  return linear + softplus
}

/// The derivative of the binary cross-entropy of σ(z) with respect to the logit `z`.
///
///     dL/dz = σ(z) − y = (1 − y) · σ(z) − y · σ(−z)
///
/// The second form is used: its terms do not cancel.
///
/// - Precondition: The target is in [0, 1].
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func binaryCrossEntropyDerivative<Scalar: TensorScalar>(
  logit: Scalar, target: Scalar
) -> Scalar {
  requireUnit("target", target)
  return (1 - target) * Scalar.sigmoid(logit) - target * Scalar.sigmoid(-logit)
}

private func requireUnit<Scalar: TensorScalar>(_ name: String, _ value: Scalar) {
  require(
    (value >= 0 && value <= 1) || value.isNaN,
    "binaryCrossEntropy: the \(name) \(value) is not between 0 and 1")
}
