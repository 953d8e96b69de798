/// How a training went, epoch by epoch.
public struct History: Hashable, Sendable {
  /// What was measured over one epoch.
  public struct Epoch: Hashable, Sendable {
    /// The epoch's number, from 1.
    public var number: Int
    /// The mean loss over the samples, each batch's as it was before its step.
    public var loss: Double
    /// The share of training samples whose class was predicted, as before their steps; nil where the
    /// targets are no classes.
    public var accuracy: Double?
    /// The loss on the validation samples, where there are some.
    public var validationLoss: Double?
    /// The share of validation samples whose class is predicted.
    public var validationAccuracy: Double?
    /// The learning rate of the epoch's last step.
    public var learningRate: Double
  }

  /// Why a training ended.
  public enum Ending: Hashable, Sendable {
    /// All epochs were done.
    case finished
    /// A callback asked for it; what was learnt so far is kept.
    case stopped
    /// The validation loss had not fallen for as many epochs as early stopping allows.
    case stoppedEarly
  }

  /// The epochs in order.
  public internal(set) var epochs: [Epoch] = []
  /// Why the training ended.
  public internal(set) var ending: Ending = .finished

  /// The loss of each epoch.
  public var losses: [Double] { epochs.map(\.loss) }
  /// The accuracy of each epoch; empty where the targets are no classes.
  public var accuracies: [Double] { epochs.compactMap(\.accuracy) }
  /// The validation loss of each epoch; empty without validation samples.
  public var validationLosses: [Double] { epochs.compactMap(\.validationLoss) }
  /// The validation accuracy of each epoch; empty without validation samples.
  public var validationAccuracies: [Double] { epochs.compactMap(\.validationAccuracy) }
}

extension History: CustomStringConvertible {
  /// A table of the epochs; of more than twelve the first and the last six.
  public var description: String {
    let last = epochs.dropFirst(Swift.max(6, epochs.count - 6))
    let rows = epochs.prefix(6).map(row) + (epochs.count > 12 ? [gap] : []) + last.map(row)
    return TextTable(
      head: ["Epoch"] + columns.map(\.name), rows: rows,
      alignment: [.right] + columns.map { _ in .right }
    ).text
  }

  /// What was measured in any epoch.
  private var columns: [(name: String, value: (Epoch) -> Double?)] {
    let all: [(name: String, value: (Epoch) -> Double?)] = [
      ("Loss", { $0.loss }), ("Accuracy", { $0.accuracy }),
      ("Validation loss", { $0.validationLoss }),
      ("Validation accuracy", { $0.validationAccuracy }),
    ]
    return all.filter { column in epochs.contains { column.value($0) != nil } }
  }

  private func row(_ epoch: Epoch) -> [String] {
    [String(epoch.number)] + columns.map { $0.value(epoch)?.rounded(digits: 4) ?? "" }
  }

  private var gap: [String] { ["…"] + columns.map { _ in "" } }
}
