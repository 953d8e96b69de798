/// What training makes small: the distance of predictions from their targets, as a mean over the
/// samples.
public protocol Loss<Scalar>: Sendable {
  /// The number type of predictions and targets.
  associatedtype Scalar: TensorScalar

  /// The loss of a batch.
  func value(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Scalar

  /// The gradient of the batch's loss for the predictions.
  func gradient(_ prediction: Tensor<Scalar>, target: Tensor<Scalar>) -> Tensor<Scalar>
}

/// Ends the program unless predictions and targets have one shape and at least one sample.
func requireBatch<Scalar: TensorScalar>(
  _ owner: String, _ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>
) {
  require(
    prediction.shape == target.shape,
    "\(owner): the predictions have shape \(prediction.shape), the targets \(target.shape)")
  require(prediction.count > 0, "\(owner): the batch is empty")
}
