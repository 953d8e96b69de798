/// What is told at fixed moments how a training goes, and may change its learning rate or its network or
/// end it.
///
///     final class Norms: TrainingCallback {
///       var norms: [Double] = []
///       func epochEnded(_ state: inout TrainingState<some TensorScalar>) {
///         state.network.visitParameters { _, value, _ in norms.append(Double((value * value).sum())) }
///       }
///     }
public protocol TrainingCallback: AnyObject {
  /// Before the first epoch.
  func trainingBegan(_ state: inout TrainingState<some TensorScalar>)
  /// Before an epoch's first batch.
  func epochBegan(_ state: inout TrainingState<some TensorScalar>)
  /// After a batch and its step.
  func batchEnded(_ state: inout TrainingState<some TensorScalar>)
  /// After an epoch and its validation; the epoch is the history's last.
  func epochEnded(_ state: inout TrainingState<some TensorScalar>)
  /// After all, however it ended.
  func trainingEnded(_ state: inout TrainingState<some TensorScalar>)
}

extension TrainingCallback {
  /// Does nothing.
  public func trainingBegan(_ state: inout TrainingState<some TensorScalar>) {}
  /// Does nothing.
  public func epochBegan(_ state: inout TrainingState<some TensorScalar>) {}
  /// Does nothing.
  public func batchEnded(_ state: inout TrainingState<some TensorScalar>) {}
  /// Does nothing.
  public func epochEnded(_ state: inout TrainingState<some TensorScalar>) {}
  /// Does nothing.
  public func trainingEnded(_ state: inout TrainingState<some TensorScalar>) {}
}
