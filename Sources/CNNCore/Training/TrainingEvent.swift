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
