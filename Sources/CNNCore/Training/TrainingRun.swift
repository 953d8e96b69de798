/// A training that is going on.
struct TrainingRun<Scalar: TensorScalar> {
  var state: TrainingState<Scalar>
  let inputs: Tensor<Scalar>
  let targets: Tensor<Scalar>
  let batchSize: Int
  let loss: any Loss<Scalar>
  let l2: Scalar
  let maximumGradientNorm: Double?
  let schedule: LearningRateSchedule?
  let callbacks: [any TrainingCallback]
  let report: (TrainingEvent) -> TrainingDecision
  let scoring: Scoring<Scalar>?
  let baseRate: Double
  private var lossSum = 0.0
  private var correct = 0

  init(
    _ state: TrainingState<Scalar>, inputs: Tensor<Scalar>, targets: Tensor<Scalar>,
    batchSize: Int, loss: any Loss<Scalar>, l2: Double, maximumGradientNorm: Double?,
    schedule: LearningRateSchedule?, callbacks: [any TrainingCallback],
    report: @escaping (TrainingEvent) -> TrainingDecision
  ) {
    self.state = state
    self.inputs = inputs
    self.targets = targets
    self.batchSize = batchSize
    self.loss = loss
    self.l2 = Scalar(l2)
    self.maximumGradientNorm = maximumGradientNorm
    self.schedule = schedule
    self.callbacks = callbacks
    self.report = report
    scoring = Scoring(loss, targets: targets)
    baseRate = state.learningRate
  }

  /// Goes through all samples in the given order; ends sooner where a callback stops the training.
  mutating func runEpoch(order: [Int]) {
    state.epoch += 1
    (state.samples, state.loss, state.accuracy) = (0, 0, nil)
    (lossSum, correct) = (0, 0)
    for callback in callbacks { callback.epochBegan(&state) }
    tell(.epochBegan(state.epoch, of: state.epochs))
    for start in stride(from: 0, to: order.count, by: batchSize) {
      if state.isStopped { return }
      runBatch(order[start..<min(start + batchSize, order.count)])
    }
  }

  /// Hands an event over, and takes note if the training is to end.
  mutating func tell(_ event: TrainingEvent) {
    if case .stop = report(event) { state.stop() }
  }

  private mutating func runBatch(_ places: ArraySlice<Int>) {
    if let schedule {
      state.learningRate = schedule(base: baseRate, epoch: state.epoch - 1, step: state.step)
    }
    let target = targets.rows(at: places)
    let prediction = state.network.forward(inputs.rows(at: places))
    let value = Double(loss.value(prediction, target: target)) + penalty
    require(value.isFinite, lossMessage(value, places))
    lossSum += value * Double(places.count)
    correct += scoring?.correct(prediction, target) ?? 0
    state.network.backwardToParameters(loss.gradient(prediction, target: target))
    state.network.step(&state.optimizer, l2: l2, maximumGradientNorm: maximumGradientNorm)
    state.step += 1
    state.samples += places.count
    state.loss = lossSum / Double(state.samples)
    state.accuracy = scoring.map { _ in Double(correct) / Double(state.samples) }
    for callback in callbacks { callback.batchEnded(&state) }
    tell(
      .batchEnded(
        epoch: state.epoch, of: state.epochs, samples: state.samples,
        ofSamples: state.samplesPerEpoch, loss: state.loss, accuracy: state.accuracy))
  }

  /// λ/2 · Σ w² over the weights.
  private var penalty: Double {
    guard l2 > 0 else { return 0 }
    var sum = 0.0
    var network = state.network
    network.visitParameters { name, value, _ in
      if !isBias(name) { sum += Double((value * value).sum()) }
    }
    return Double(l2) / 2 * sum
  }

  /// Why the loss may have become what no training can go on with.
  private func lossMessage(_ value: Double, _ places: ArraySlice<Int>) -> String {
    // The sign of a NaN says nothing.
    let begin =
      "fit: the loss became \(value.isNaN ? .nan : value) in epoch \(state.epoch) after \(state.samples) samples"
    for (what, tensor) in [("input", inputs), ("target", targets)] {
      if let place = places.first(where: { tensor.hasRowWithoutEnd(at: $0) }) {
        return "\(begin): \(what) \(place) holds a number that is not finite"
      }
    }
    let rate = state.optimizer.learningRate
    return begin + "; try a smaller learning rate than \(rate), or inputs of about ±1"
  }
}

/// Whether a parameter is a bias, which L2 terms leave alone, by its name.
func isBias(_ name: String) -> Bool { name.hasSuffix("bias") || name.hasSuffix("Bias") }

extension Tensor {
  /// The entries along the first axis at the given places, in their order.
  func rows(at places: ArraySlice<Int>) -> Tensor {
    let length = shape.dropFirst().reduce(1, *)
    var result: [Scalar] = []
    result.reserveCapacity(places.count * length)
    for place in places { result += scalars[place * length..<(place + 1) * length] }
    return Tensor(unchecked: [places.count] + shape.dropFirst(), result)
  }

  /// Whether an entry along the first axis holds an infinite number or none.
  fileprivate func hasRowWithoutEnd(at place: Int) -> Bool {
    let length = shape.dropFirst().reduce(1, *)
    return scalars[place * length..<(place + 1) * length].contains { !$0.isFinite }
  }
}
