// The ways to call `fit`: with class labels or targets, and with an optimiser that is a value of its own
// or one that keeps what it remembers.

extension Sequential {
  /// Trains the network on samples with class labels.
  ///
  /// The last layer yields one logit for each class, or a single one for the classes 0 and 1. Everything
  /// else as in `fit(_:targets:)`.
  ///
  /// - Parameter loss: What is made small; the cross-entropy of the logits if not given. A network that
  ///   ends with `.softmax` needs `CategoricalCrossEntropy()`, one that ends with `.sigmoid`
  ///   `BinaryCrossEntropy(fromLogits: false)`.
  /// - Precondition: The labels are classes from 0 that the network has outputs for.
  @discardableResult
  public mutating func fit(
    _ inputs: Tensor<Scalar>, labels: [Int], epochs: Int, batchSize: Int = 32,
    loss: (any Loss<Scalar>)? = nil, optimizer: any Optimizer<Scalar> = Adam<Scalar>(),
    l2: Double = 0, maximumGradientNorm: Double? = nil, schedule: LearningRateSchedule? = nil,
    validation: (inputs: Tensor<Scalar>, labels: [Int])? = nil,
    earlyStopping: EarlyStopping? = nil, callbacks: [any TrainingCallback] = [],
    shuffles: Bool = true, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    var optimizer = optimizer
    return fit(
      inputs, labels: labels, epochs: epochs, batchSize: batchSize, loss: loss,
      optimizer: &optimizer,
      l2: l2, maximumGradientNorm: maximumGradientNorm, schedule: schedule, validation: validation,
      earlyStopping: earlyStopping,
      callbacks: callbacks, shuffles: shuffles, using: &generator, report: report)
  }

  /// Trains the network on samples with class labels, by an optimiser that keeps what it remembers, for a
  /// training that goes on.
  ///
  ///     var adam: any Optimizer<Float> = Adam()
  ///     network.fit(images, labels: labels, epochs: 3, optimizer: &adam, using: &random)
  ///
  /// - Precondition: The labels are classes from 0 that the network has outputs for.
  @discardableResult
  public mutating func fit(
    _ inputs: Tensor<Scalar>, labels: [Int], epochs: Int, batchSize: Int = 32,
    loss: (any Loss<Scalar>)? = nil, optimizer: inout any Optimizer<Scalar>,
    l2: Double = 0, maximumGradientNorm: Double? = nil, schedule: LearningRateSchedule? = nil,
    validation: (inputs: Tensor<Scalar>, labels: [Int])? = nil,
    earlyStopping: EarlyStopping? = nil, callbacks: [any TrainingCallback] = [],
    shuffles: Bool = true, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    let outputs = outputCount("fit")
    require(
      labels.count == inputs.shape.first ?? 0,
      "fit: \(inputs.shape.first ?? 0) samples have \(labels.count) labels")
    if let validation {
      require(
        validation.labels.count == validation.inputs.shape.first ?? 0,
        "fit: \(validation.inputs.shape.first ?? 0) validation samples have "
          + "\(validation.labels.count) labels")
    }
    return fit(
      inputs, targets: targets("fit", labels, outputs: outputs), epochs: epochs,
      batchSize: batchSize,
      loss: loss ?? (outputs == 1 ? BinaryCrossEntropy<Scalar>() : SoftmaxCrossEntropy<Scalar>()),
      optimizer: &optimizer, l2: l2, maximumGradientNorm: maximumGradientNorm, schedule: schedule,
      validation: validation.map { ($0.inputs, targets("fit", $0.labels, outputs: outputs)) },
      earlyStopping: earlyStopping, callbacks: callbacks, shuffles: shuffles, using: &generator,
      report: report)
  }

  /// Trains the network on samples with class labels, by an optimiser of a known type, which keeps what
  /// it remembers.
  ///
  ///     var adam = Adam<Float>()
  ///     network.fit(images, labels: labels, epochs: 3, optimizer: &adam, using: &random)
  ///
  /// Everything else as with an optimiser of any type.
  @discardableResult
  public mutating func fit<Rule: Optimizer<Scalar>>(
    _ inputs: Tensor<Scalar>, labels: [Int], epochs: Int, batchSize: Int = 32,
    loss: (any Loss<Scalar>)? = nil, optimizer: inout Rule,
    l2: Double = 0, maximumGradientNorm: Double? = nil, schedule: LearningRateSchedule? = nil,
    validation: (inputs: Tensor<Scalar>, labels: [Int])? = nil,
    earlyStopping: EarlyStopping? = nil, callbacks: [any TrainingCallback] = [],
    shuffles: Bool = true, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    var rule: any Optimizer<Scalar> = optimizer
    defer { if let used = rule as? Rule { optimizer = used } }
    return fit(
      inputs, labels: labels, epochs: epochs, batchSize: batchSize, loss: loss, optimizer: &rule,
      l2: l2, maximumGradientNorm: maximumGradientNorm, schedule: schedule, validation: validation,
      earlyStopping: earlyStopping,
      callbacks: callbacks, shuffles: shuffles, using: &generator, report: report)
  }

  /// Trains the network by an optimiser that begins anew; Adam if not given.
  ///
  /// Everything else as with an optimiser that keeps what it remembers.
  @discardableResult
  public mutating func fit(
    _ inputs: Tensor<Scalar>, targets: Tensor<Scalar>, epochs: Int, batchSize: Int = 32,
    loss: any Loss<Scalar>, optimizer: any Optimizer<Scalar> = Adam<Scalar>(), l2: Double = 0,
    maximumGradientNorm: Double? = nil, schedule: LearningRateSchedule? = nil,
    validation: (inputs: Tensor<Scalar>, targets: Tensor<Scalar>)? = nil,
    earlyStopping: EarlyStopping? = nil, callbacks: [any TrainingCallback] = [],
    shuffles: Bool = true, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    var optimizer = optimizer
    return fit(
      inputs, targets: targets, epochs: epochs, batchSize: batchSize, loss: loss,
      optimizer: &optimizer,
      l2: l2, maximumGradientNorm: maximumGradientNorm, schedule: schedule, validation: validation,
      earlyStopping: earlyStopping,
      callbacks: callbacks, shuffles: shuffles, using: &generator, report: report)
  }

  /// Trains the network by an optimiser of a known type, which keeps what it remembers.
  ///
  ///     var adam = Adam<Float>()
  ///     network.fit(
  ///       x, targets: y, epochs: 3, loss: MeanSquaredError(), optimizer: &adam, using: &random)
  ///
  /// Everything else as with an optimiser of any type.
  @discardableResult
  public mutating func fit<Rule: Optimizer<Scalar>>(
    _ inputs: Tensor<Scalar>, targets: Tensor<Scalar>, epochs: Int, batchSize: Int = 32,
    loss: any Loss<Scalar>, optimizer: inout Rule, l2: Double = 0,
    maximumGradientNorm: Double? = nil, schedule: LearningRateSchedule? = nil,
    validation: (inputs: Tensor<Scalar>, targets: Tensor<Scalar>)? = nil,
    earlyStopping: EarlyStopping? = nil, callbacks: [any TrainingCallback] = [],
    shuffles: Bool = true, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    var rule: any Optimizer<Scalar> = optimizer
    defer { if let used = rule as? Rule { optimizer = used } }
    return fit(
      inputs, targets: targets, epochs: epochs, batchSize: batchSize, loss: loss, optimizer: &rule,
      l2: l2, maximumGradientNorm: maximumGradientNorm, schedule: schedule, validation: validation,
      earlyStopping: earlyStopping,
      callbacks: callbacks, shuffles: shuffles, using: &generator, report: report)
  }
}
