internal import Glibc
internal import Synchronization

/// Lets Control-C end a training and keep what was learnt so far.
///
///     let interrupt = TrainingInterrupt()
///     network.fit(x, labels: y, epochs: 10, using: &random) { _ in interrupt.decision }
///
/// While one exists, the first SIGINT is only noted; a second one ends the program as usual.
public final class TrainingInterrupt: Sendable {
  private static let isNoted = Atomic<Bool>(false)

  /// Begins to watch.
  public init() {
    Self.isNoted.store(false, ordering: .relaxed)
    _ = signal(SIGINT) { number in
      TrainingInterrupt.isNoted.store(true, ordering: .relaxed)
      _ = signal(number, SIG_DFL)
    }
  }

  deinit {
    _ = signal(SIGINT, SIG_DFL)
  }

  /// What a training is to do now.
  public var decision: TrainingDecision {
    Self.isNoted.load(ordering: .relaxed) ? .stop : .goOn
  }
}
