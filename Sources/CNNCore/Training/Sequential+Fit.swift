extension Sequential {
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
  ///   - optimizer: The rule of the steps; it keeps what it remembers, for a training that goes on.
  ///   - l2: The factor λ of the term λ/2 · Σ w² over all parameters but biases, which is added to the
  ///     loss. Default 0. An optimiser's `weightDecay` adds λ · p to the gradients alone, of biases too.
  ///   - maximumGradientNorm: How long all gradients of a step, as one vector, may be; longer ones are
  ///     shortened to it, as PyTorch's `clip_grad_norm_` does. Nil, the default, for any length.
  ///   - schedule: How the optimiser's learning rate changes. It is put back afterwards.
  ///   - validation: Samples that are only measured, after each epoch, without the L2 term.
  ///   - earlyStopping: When to end before all epochs are done.
  ///   - callbacks: What is told at fixed moments how it goes.
  ///   - shuffles: Whether the order is drawn anew for each epoch, or is the samples' own. Default true.
  ///   - generator: What draws the order.
  ///   - report: Is told after each batch and epoch how it goes, and may end the training.
  /// - Precondition: There are samples, as many targets, and the loss stays a number.
  @discardableResult
  public mutating func fit(
    _ inputs: Tensor<Scalar>, targets: Tensor<Scalar>, epochs: Int, batchSize: Int = 32,
    loss: any Loss<Scalar>, optimizer: inout any Optimizer<Scalar>, l2: Double = 0,
    maximumGradientNorm: Double? = nil, schedule: LearningRateSchedule? = nil,
    validation: (inputs: Tensor<Scalar>, targets: Tensor<Scalar>)? = nil,
    earlyStopping: EarlyStopping? = nil, callbacks: [any TrainingCallback] = [],
    shuffles: Bool = true, using generator: inout NumPyRandom,
    report: (TrainingEvent) -> TrainingDecision = { _ in .goOn }
  ) -> History {
    requireTraining(
      epochs: epochs, batchSize: batchSize, l2: l2, maximumGradientNorm: maximumGradientNorm)
    requireSamples("fit", inputs, targets, "samples", loss: loss)
    if let validation {
      requireSamples("fit", validation.inputs, validation.targets, "validation samples", loss: loss)
    }
    require(
      earlyStopping == nil || validation != nil,
      "fit: early stopping needs validation samples to watch")
    let samples = inputs.shape[0]
    let state = TrainingState(
      network: self, epochs: epochs, samplesPerEpoch: samples, optimizer: optimizer)
    // So that the state's network is the only owner of its parameters and changes them in place.
    layers = []
    let history = withoutActuallyEscaping(report) { report in
      var run = TrainingRun(
        state, inputs: inputs, targets: targets, batchSize: batchSize, loss: loss, l2: l2,
        maximumGradientNorm: maximumGradientNorm, schedule: schedule, callbacks: callbacks,
        report: report)
      run.train(
        validation: validation, earlyStopping: earlyStopping,
        order: { shuffles ? generator.permutation(samples) : Array(0..<samples) })
      layers = run.state.network.layers
      optimizer = run.state.optimizer
      return run.state.history
    }
    return history
  }
}

extension TrainingRun {
  /// Goes through the epochs.
  mutating func train(
    validation: (inputs: Tensor<Scalar>, targets: Tensor<Scalar>)?,
    earlyStopping: EarlyStopping?, order: () -> [Int]
  ) {
    var best = earlyStopping.map { BestEpoch<Scalar>($0) }
    for callback in callbacks { callback.trainingBegan(&state) }
    while state.epoch < state.epochs && !state.isStopped {
      runEpoch(order: order())
      if state.samples < state.samplesPerEpoch { break }
      var epoch = History.Epoch(
        number: state.epoch, loss: state.loss, accuracy: state.accuracy,
        learningRate: state.learningRate)
      if let validation {
        let measured = state.network.evaluate(
          validation.inputs, targets: validation.targets, loss: loss)
        epoch.validationLoss = measured.loss
        epoch.validationAccuracy = measured.accuracy
      }
      state.history.epochs.append(epoch)
      for callback in callbacks { callback.epochEnded(&state) }
      tell(.epochEnded(epoch, of: state.epochs))
      let layers = state.network.layers
      if let value = epoch.validationLoss, best?.isExhausted(by: value, layers: layers) == true {
        state.history.ending = .stoppedEarly
        break
      }
    }
    if state.isStopped {
      state.history.ending = .stopped
    } else if earlyStopping?.restoresBest == true, let layers = best?.layers {
      state.network.layers = layers
    }
    if schedule != nil { state.learningRate = baseRate }
    for callback in callbacks { callback.trainingEnded(&state) }
  }
}
