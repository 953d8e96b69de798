/// The binary cross-entropy of one prediction, with the natural logarithm.
///
///     L = −(y·ln p + (1 − y)·ln(1 − p))
///
/// For a label of 0 or 1 one term is left: minus the logarithm of the probability that the prediction
/// gives to the true class. It is infinite where that probability is 0.
///
/// - Parameters:
///   - p: The predicted probability of class 1, from 0 to 1.
///   - y: The label, 0 or 1.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func binaryCrossEntropy<Scalar: TensorScalar>(_ p: Scalar, label y: Scalar) -> Scalar {
  require(p >= 0 && p <= 1, "binaryCrossEntropy: \(p) is no probability")
  require(y == 0 || y == 1, "binaryCrossEntropy: the label is 0 or 1, and \(y) was given")
  return y == 1 ? -log(p) : -log(1 - p)
}

/// The derivative of the binary cross-entropy with respect to the prediction.
///
///     dL/dp = (1 − y)/(1 − p) − y/p
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func binaryCrossEntropyDerivative<Scalar: TensorScalar>(
  _ p: Scalar, label y: Scalar
) -> Scalar {
  require(p >= 0 && p <= 1, "binaryCrossEntropyDerivative: \(p) is no probability")
  require(y == 0 || y == 1, "binaryCrossEntropyDerivative: the label is 0 or 1, and \(y) was given")
  return y == 1 ? -1 / p : 1 / (1 - p)
}
