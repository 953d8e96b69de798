internal import Glibc

/// Shows how far an epoch has come, such as
/// `epoch 2/3 [==============>               ] 28800/60000, loss 0.0731, accuracy 0.9781`.
///
///     network.fit(x, labels: y, epochs: 3, callbacks: [ProgressBar()], using: &random)
///     network.fit(x, labels: y, epochs: 3, callbacks: [ProgressBar { progress($0) }], using: &random)
public final class ProgressBar: TrainingCallback {
  private static let width = 30
  private let show: (_ line: String, _ isLast: Bool) -> Void
  private var shownPercent = -1

  /// A bar that is handed over whenever the epoch has come one per cent further, and at its end.
  public init(_ show: @escaping (_ line: String) -> Void) {
    self.show = { line, _ in show(line) }
  }

  /// A bar on standard error, drawn over itself where that is a terminal; else one line an epoch.
  public init() {
    let isTerminal = isatty(STDERR_FILENO) == 1
    show = { line, isLast in
      guard isTerminal || isLast else { return }
      let bytes = Array(((isTerminal ? "\r\u{1B}[K" : "") + line + (isLast ? "\n" : "")).utf8)
      _ = write(STDERR_FILENO, bytes, bytes.count)
    }
  }

  /// Begins an empty bar.
  public func epochBegan(_ state: inout TrainingState<some TensorScalar>) {
    shownPercent = -1
  }

  /// Shows the bar if it has grown.
  public func batchEnded(_ state: inout TrainingState<some TensorScalar>) {
    let percent = 100 * state.samples / state.samplesPerEpoch
    guard percent > shownPercent else { return }
    shownPercent = percent
    let filled = Self.width * state.samples / state.samplesPerEpoch
    let bar =
      String(repeating: "=", count: filled) + (filled < Self.width ? ">" : "")
      + String(repeating: " ", count: max(0, Self.width - filled - 1))
    show(
      "epoch \(state.epoch)/\(state.epochs) [\(bar)] \(state.samples)/\(state.samplesPerEpoch), "
        + "loss \(state.loss.rounded(digits: 4))"
        + (state.accuracy.map { ", accuracy \($0.rounded(digits: 4))" } ?? ""), false)
  }

  /// Shows what the epoch yielded.
  public func epochEnded(_ state: inout TrainingState<some TensorScalar>) {
    guard let epoch = state.history.epochs.last else { return }
    show(TrainingEvent.epochEnded(epoch, of: state.epochs).text, true)
  }
}
