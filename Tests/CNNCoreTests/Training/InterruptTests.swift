import CNNCore
import Foundation
import Testing

@Suite("Interrupting a training") struct InterruptTests {
  /// Sends SIGINT to its own process in the second batch.
  private final class ControlC: TrainingCallback {
    func batchEnded(_ state: inout TrainingState<some TensorScalar>) {
      if state.step == 2 { interrupt() }
    }
  }

  @Test("keeps what was learnt, and hands the signal back") func controlC() async {
    await #expect(processExitsWith: .exitCode(7)) {
      signal(SIGINT) { _ in _exit(7) }
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      let x = random.randn(8, 2)
      let before = network.predict(x)
      let history = network.fit(
        x, labels: [0, 1, 0, 1, 0, 1, 0, 1], epochs: 9, batchSize: 2,
        callbacks: [ControlC(), TrainingInterrupt()], using: &random)
      guard history.ending == .stopped, network.predict(x) != before else { exit(1) }
      interrupt()
      exit(2)
    }
  }
}

/// Sends SIGINT to this process and waits until another of its threads has taken it: a test's own may
/// block signals.
private func interrupt() {
  kill(getpid(), SIGINT)
  usleep(200_000)
}
