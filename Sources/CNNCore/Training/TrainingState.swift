/// Where a training stands, as its callbacks see it and may change it.
public struct TrainingState<Scalar: TensorScalar> {
  /// The network that is trained, with what it has learnt so far.
  public var network: Sequential<Scalar>
  /// The number of the epoch, from 1; 0 before the first.
  public internal(set) var epoch = 0
  /// How many epochs there are to be.
  public let epochs: Int
  /// How many samples of the epoch are done.
  public internal(set) var samples = 0
  /// How many samples an epoch has.
  public let samplesPerEpoch: Int
  /// How many steps are done, over all epochs.
  public internal(set) var step = 0
  /// The mean loss over the epoch's samples so far; 0 before the first batch is done.
  public internal(set) var loss = 0.0
  /// The share of the epoch's samples so far whose class was predicted; nil where the targets are no
  /// classes.
  public internal(set) var accuracy: Double?
  /// The epochs that are done.
  public internal(set) var history = History()
  var optimizer: any Optimizer<Scalar>
  private(set) var isStopped = false

  init(
    network: Sequential<Scalar>, epochs: Int, samplesPerEpoch: Int,
    optimizer: any Optimizer<Scalar>
  ) {
    self.network = network
    self.epochs = epochs
    self.samplesPerEpoch = samplesPerEpoch
    self.optimizer = optimizer
  }

  /// How far the optimiser's next step goes.
  public var learningRate: Double {
    get { Double(optimizer.learningRate) }
    set { optimizer.learningRate = Scalar(newValue) }
  }

  /// Ends the training after this moment and keeps what was learnt so far.
  public mutating func stop() { isStopped = true }
}
