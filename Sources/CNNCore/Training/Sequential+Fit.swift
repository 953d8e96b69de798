extension Sequential {
  /// Trains the network on samples with class labels, by the cross-entropy of its logits.
  ///
  /// The last layer yields one logit for each class. Everything else as in `fit(_:targets:)`.
  ///
  /// - Precondition: The labels are classes from 0 that the network has outputs for.
  @discardableResult
  public mutating func fit(
    _ inputs: Tensor<Scalar>, labels: [Int], epochs: Int, batchSize: Int = 32,
    optimizer: any Optimizer<Scalar> = Adam<Scalar>(),
    validation: (inputs: Tensor<Scalar>, labels: [Int])? = nil,
    earlyStopping: EarlyStopping? = nil, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    let classes = outputClasses("fit")
    var optimizer = optimizer
    return fit(
      inputs, targets: .oneHot(labels, classes: classes), epochs: epochs, batchSize: batchSize,
      loss: SoftmaxCrossEntropy<Scalar>(), optimizer: &optimizer,
      validation: validation.map { ($0.inputs, Tensor.oneHot($0.labels, classes: classes)) },
      earlyStopping: earlyStopping, using: &generator, report: report)
  }

  /// Trains the network.
  ///
  /// Each epoch goes through all samples in an order that the generator draws, batch by batch; the last
  /// batch may be smaller.
  ///
  /// - Parameters:
  ///   - inputs: The samples, `[N, …]`.
  ///   - targets: What the network is to yield for each, `[N, …]`.
  ///   - batchSize: How many samples make one step. Default 32.
  ///   - loss: What is made small.
  ///   - optimizer: The rule of the steps.
  ///   - validation: Samples that are only measured, after each epoch.
  ///   - earlyStopping: When to end before all epochs are done.
  ///   - generator: What draws the order.
  ///   - report: Is told after each batch and epoch how it goes, and may end the training.
  /// - Precondition: There are samples, as many targets, and the loss stays a number.
  @discardableResult
  public mutating func fit(
    _ inputs: Tensor<Scalar>, targets: Tensor<Scalar>, epochs: Int, batchSize: Int = 32,
    loss: any Loss<Scalar>, optimizer: inout any Optimizer<Scalar>,
    validation: (inputs: Tensor<Scalar>, targets: Tensor<Scalar>)? = nil,
    earlyStopping: EarlyStopping? = nil, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    requireTraining(inputs, targets, epochs: epochs, batchSize: batchSize, loss: loss)
    require(
      earlyStopping == nil || validation != nil,
      "fit: early stopping needs validation samples to watch")
    let samples = inputs.shape[0]
    var history = History()
    var best: (loss: Double, layers: [any Layer<Scalar>])?
    var epochsWithoutFall = 0
    for number in 1...max(1, epochs) where number <= epochs {
      _ = report(.epochBegan(number, of: epochs))
      let order = generator.permutation(samples)
      var totals = EpochTotals()
      for start in stride(from: 0, to: samples, by: batchSize) {
        let places = order[start..<min(start + batchSize, samples)]
        let target = targets.rows(at: places)
        let prediction = forward(inputs.rows(at: places))
        let value = Double(loss.value(prediction, target: target))
        require(
          value.isFinite,
          "fit: the loss became \(value) in epoch \(number) after \(start) samples; "
            + "try a smaller learning rate, or look for inputs that are not numbers")
        totals.add(value, samples: places.count, correct: correct(prediction, target))
        backwardToParameters(loss.gradient(prediction, target: target))
        step(&optimizer)
        let event = TrainingEvent.batchEnded(
          epoch: number, of: epochs, samples: totals.samples, ofSamples: samples,
          loss: totals.loss, accuracy: totals.accuracy)
        if case .stop = report(event) {
          history.ending = .stopped
          return history
        }
      }
      var epoch = History.Epoch(number: number, loss: totals.loss, accuracy: totals.accuracy)
      if let validation {
        let measured = evaluate(validation.inputs, targets: validation.targets, loss: loss)
        epoch.validationLoss = measured.loss
        epoch.validationAccuracy = measured.accuracy
      }
      history.epochs.append(epoch)
      let decision = report(.epochEnded(epoch, of: epochs))
      if let earlyStopping, let value = epoch.validationLoss {
        if best.map({ value < $0.loss - earlyStopping.minimumImprovement }) ?? true {
          best = (value, layers)
          epochsWithoutFall = 0
        } else {
          epochsWithoutFall += 1
        }
        if epochsWithoutFall > earlyStopping.patience {
          history.ending = .stoppedEarly
          break
        }
      }
      if case .stop = decision {
        history.ending = .stopped
        break
      }
    }
    if let best, earlyStopping?.restoresBest == true { layers = best.layers }
    return history
  }

  /// Changes all parameters by the gradients of the last backward pass.
  public mutating func step(_ optimizer: inout any Optimizer<Scalar>) {
    optimizer.beginStep()
    var slot = 0
    visitParameters { _, value, gradient in
      optimizer.update(&value, gradient: gradient, slot: slot)
      slot += 1
    }
  }
}

extension Sequential {
  private func requireTraining(
    _ inputs: Tensor<Scalar>, _ targets: Tensor<Scalar>, epochs: Int, batchSize: Int,
    loss: any Loss<Scalar>
  ) {
    require(inputs.rank > 0 && inputs.shape[0] > 0, "fit: there are no samples")
    require(
      targets.rank > 0 && targets.shape[0] == inputs.shape[0],
      "fit: \(inputs.shape[0]) samples have \(targets.shape.first ?? 0) targets")
    require(epochs >= 0, "fit: the number of epochs is negative: \(epochs)")
    require(batchSize > 0, "fit: a batch holds at least 1 sample, not \(batchSize)")
    let output = outputShape(forSample: inputShape)
    require(
      Array(targets.shape.dropFirst()) == output,
      "fit: the network yields \(output) for a sample, and the targets have shape "
        + "\(Array(targets.shape.dropFirst()))")
    let last = names.last ?? ""
    if loss is SoftmaxCrossEntropy<Scalar> {
      require(
        last != "Softmax" && last != "Sigmoid",
        "fit: SoftmaxCrossEntropy takes logits; remove the last layer (\(last)) or use "
          + "CategoricalCrossEntropy")
      require(
        output.reduce(1, *) > 1,
        "fit: SoftmaxCrossEntropy needs at least 2 outputs; for one use BinaryCrossEntropy")
    }
    if let binary = loss as? BinaryCrossEntropy<Scalar> {
      require(
        binary.fromLogits != (last == "Sigmoid"),
        binary.fromLogits
          ? "fit: BinaryCrossEntropy from logits does not go with a last layer (Sigmoid)"
          : "fit: BinaryCrossEntropy from probabilities needs a last layer (Sigmoid), not (\(last))"
      )
    }
    if loss is CategoricalCrossEntropy<Scalar> {
      require(
        last == "Softmax",
        "fit: CategoricalCrossEntropy takes probabilities; end with '.softmax', not (\(last)), "
          + "or use SoftmaxCrossEntropy")
    }
  }
}

/// What an epoch has summed up so far.
private struct EpochTotals {
  var samples = 0
  var sum = 0.0
  var correct: Int? = 0

  var loss: Double { sum / Double(samples) }
  var accuracy: Double? { correct.map { Double($0) / Double(samples) } }

  mutating func add(_ loss: Double, samples count: Int, correct: Int?) {
    samples += count
    sum += loss * Double(count)
    self.correct = correct.flatMap { new in self.correct.map { $0 + new } }
  }
}
