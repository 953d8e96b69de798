/// What a training reports while it goes on.
public enum TrainingEvent: Hashable, Sendable {
  /// An epoch begins.
  case epochBegan(Int, of: Int)
  /// A batch is done: how many samples of the epoch, and the mean loss and accuracy so far.
  case batchEnded(
    epoch: Int, of: Int, samples: Int, ofSamples: Int, loss: Double, accuracy: Double?)
  /// An epoch is done.
  case epochEnded(History.Epoch, of: Int)

  /// The event in one line, such as `epoch 2/3: 12800/60000, loss 0.0731, accuracy 0.9781`.
  public var text: String {
    switch self {
    case .epochBegan(let epoch, let count): "epoch \(epoch)/\(count)"
    case .batchEnded(let epoch, let count, let samples, let all, let loss, let accuracy):
      "epoch \(epoch)/\(count): \(samples)/\(all), loss \(loss.rounded(digits: 4))"
        + (accuracy.map { ", accuracy \($0.rounded(digits: 4))" } ?? "")
    case .epochEnded(let epoch, let count):
      "epoch \(epoch.number)/\(count): loss \(epoch.loss.rounded(digits: 4))"
        + (epoch.accuracy.map { ", accuracy \($0.rounded(digits: 4))" } ?? "")
        + (epoch.validationLoss.map { ", validation loss \($0.rounded(digits: 4))" } ?? "")
        + (epoch.validationAccuracy.map { ", accuracy \($0.rounded(digits: 4))" } ?? "")
    }
  }
}

/// What a training does after it has reported.
public enum TrainingDecision: Sendable {
  /// It goes on.
  case goOn
  /// It ends and keeps what was learnt so far.
  case stop
}

extension Double {
  /// The number with so many digits after the point.
  func rounded(digits: Int) -> String {
    guard magnitude < 1e15 else { return description }
    var expansion = DecimalExpansion(of: magnitude)
    expansion.round(fractionDigits: digits)
    return (self < 0 ? "-" : "") + expansion.positional(fractionDigits: digits)
  }
}
