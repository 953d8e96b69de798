internal import Glibc
internal import Synchronization

/// Lets Control-C end a training and keep what was learnt so far.
///
///     network.fit(x, labels: y, epochs: 10, callbacks: [TrainingInterrupt()], using: &random)
///
/// While a training goes on, the first SIGINT ends it after its batch; a second one ends the program.
/// Afterwards the signal is handled as it was before.
public final class TrainingInterrupt: TrainingCallback {
  private static let isNoted = Atomic<Bool>(false)
  private var former = sigaction()

  /// An interrupt by Control-C.
  public init() {}

  /// Begins to watch.
  public func trainingBegan(_ state: inout TrainingState<some TensorScalar>) {
    Self.isNoted.store(false, ordering: .relaxed)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in
      TrainingInterrupt.isNoted.store(true, ordering: .relaxed)
    }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
    sigaction(SIGINT, &action, &former)
  }

  /// Ends the training if it was asked for.
  public func batchEnded(_ state: inout TrainingState<some TensorScalar>) {
    if Self.isNoted.load(ordering: .relaxed) { state.stop() }
  }

  /// Hands the signal back.
  public func trainingEnded(_ state: inout TrainingState<some TensorScalar>) {
    sigaction(SIGINT, &former, nil)
  }
}
