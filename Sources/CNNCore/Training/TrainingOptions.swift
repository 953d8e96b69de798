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

/// Ends a training when the validation loss has not fallen for some epochs.
public struct EarlyStopping: Hashable, Sendable {
  /// How many epochs in a row may pass without a lower validation loss. Default 2.
  public var patience: Int
  /// How much lower it has to be. Default 0.
  public var minimumImprovement: Double
  /// Whether the parameters of the best epoch are taken back. Default true.
  public var restoresBest: Bool

  /// Stopping with the given patience.
  public init(patience: Int = 2, minimumImprovement: Double = 0, restoresBest: Bool = true) {
    self.patience = patience
    self.minimumImprovement = minimumImprovement
    self.restoresBest = restoresBest
  }
}

extension Double {
  /// The number with so many digits after the point.
  fileprivate func rounded(digits: Int) -> String {
    guard isFinite else { return description }
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    let whole = (magnitude * power).rounded()
    guard whole < 1e15 else { return description }
    let text = String(Int(whole))
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return (self < 0 ? "-" : "") + padded.dropLast(digits) + "." + padded.suffix(digits)
  }
}
