/// Ends a training when the validation loss has not fallen for some epochs.
public struct EarlyStopping: Hashable, Sendable {
  /// After how many epochs in a row without a lower validation loss the training ends, as in Keras and
  /// Lightning. Default 2; 0 is as 1.
  public var patience: Int
  /// How much lower it has to be. Default 0.
  public var minimumImprovement: Double
  /// Whether the parameters of the best epoch are taken back. Default true.
  public var restoresBest: Bool

  /// Stopping with the given patience.
  ///
  /// - Precondition: The patience is not negative.
  public init(patience: Int = 2, minimumImprovement: Double = 0, restoresBest: Bool = true) {
    require(patience >= 0, "EarlyStopping: the patience is negative: \(patience)")
    self.patience = patience
    self.minimumImprovement = minimumImprovement
    self.restoresBest = restoresBest
  }
}

/// The best epoch so far, by its validation loss.
struct BestEpoch<Scalar: TensorScalar> {
  private let rule: EarlyStopping
  private var loss = Double.infinity
  private var epochsWithoutFall = 0
  /// The layers as they were then.
  private(set) var layers: [any Layer<Scalar>]?

  init(_ rule: EarlyStopping) {
    self.rule = rule
  }

  /// Takes note of an epoch and tells whether the patience is at its end.
  mutating func isExhausted(by value: Double, layers: [any Layer<Scalar>]) -> Bool {
    if self.layers == nil || value < loss - rule.minimumImprovement {
      // No loss is below a NaN, and so any later one has to be below infinity.
      loss = value.isNaN ? .infinity : value
      self.layers = layers
      epochsWithoutFall = 0
    } else {
      epochsWithoutFall += 1
    }
    return epochsWithoutFall >= max(rule.patience, 1)
  }
}
