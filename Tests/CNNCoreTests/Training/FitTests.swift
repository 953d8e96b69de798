import CNNCore
import Testing

@Suite("Fitting") struct FitTests {
  /// Points on both sides of a line.
  private func sides(_ random: inout NumPyRandom, count: Int = 60) -> (Tensor<Double>, [Int]) {
    let x = random.randn(count, 2)
    return (x, (0..<count).map { x[$0, 0] + x[$0, 1] > 0.3 ? 1 : 0 })
  }

  /// Writes down what it is told.
  private final class Diary: TrainingCallback {
    var lines: [String] = []
    var stopsAtStep = Int.max

    func trainingBegan(_ state: inout TrainingState<some TensorScalar>) { lines.append("begin") }
    func epochBegan(_ state: inout TrainingState<some TensorScalar>) {
      lines.append("epoch \(state.epoch)/\(state.epochs)")
    }
    func batchEnded(_ state: inout TrainingState<some TensorScalar>) {
      lines.append("batch \(state.step): \(state.samples)/\(state.samplesPerEpoch)")
      if state.step == stopsAtStep { state.stop() }
    }
    func epochEnded(_ state: inout TrainingState<some TensorScalar>) {
      lines.append("end of \(state.history.epochs.count)")
    }
    func trainingEnded(_ state: inout TrainingState<some TensorScalar>) { lines.append("end") }
  }

  @Test("tells callbacks its fixed moments") func callbacks() {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random, count: 10)
    var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
    let diary = Diary()
    network.fit(
      x, labels: labels, epochs: 2, batchSize: 4, callbacks: [diary], using: &random)
    let first = ["batch 1: 4/10", "batch 2: 8/10", "batch 3: 10/10"]
    let second = ["batch 4: 4/10", "batch 5: 8/10", "batch 6: 10/10"]
    #expect(
      diary.lines == ["begin", "epoch 1/2"] + first + ["end of 1", "epoch 2/2"] + second
        + ["end of 2", "end"])
  }

  @Test("a callback that stops in an epoch keeps what was learnt") func stop() {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random, count: 10)
    var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
    let before = network.predict(x)
    let diary = Diary()
    diary.stopsAtStep = 4
    let history = network.fit(
      x, labels: labels, epochs: 2, batchSize: 4, callbacks: [diary], using: &random)
    #expect(history.ending == .stopped && history.epochs.count == 1)
    #expect(diary.lines.suffix(2) == ["batch 4: 4/10", "end"])
    #expect(network.predict(x) != before)
  }

  @Test("is one step of gradient descent after the other") func byHand() {
    var random = NumPyRandom(seed: 1)
    let x: Tensor<Double> = [[1], [2], [4]]
    let y: Tensor<Double> = [[3], [1], [2]]
    var network = Sequential<Double>(
      inputShape: [1], layers: [Dense<Double>(weight: [[0.5]], bias: [0.25])])
    var optimizer: any Optimizer<Double> = SGD(learningRate: 0.125)
    let history = network.fit(
      x, targets: y, epochs: 1, batchSize: 2, loss: MeanSquaredError(), optimizer: &optimizer,
      l2: 0.5, shuffles: false, using: &random)
    // Errors −2.25 and 0.25; the gradients are their means, and λ · w for the weight alone.
    let first: Double = 2.5625 + 0.0625
    let (w, b): (Double, Double) = (0.6875, 0.5)
    let error: Double = 4 * w + b - 2
    let second: Double = error * error + 0.25 * w * w
    let trained: [String: Double] = [
      "0.weight": w - 0.125 * (8 * error + 0.5 * w), "0.bias": b - 0.25 * error,
    ]
    var values: [String: Double] = [:]
    network.visitParameters { name, value, _ in values[name] = value.scalars[0] }
    #expect(values == trained)
    #expect(history.losses == [(2 * first + second) / 3])
    #expect(history.accuracies == [])
  }

  @Test("learns two classes with a single output", arguments: [true, false])
  func binary(fromLogits: Bool) {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random)
    var network = Sequential<Double>(
      inputShape: [2], fromLogits ? [.dense(1)] : [.dense(1), .sigmoid], using: &random)
    let loss = BinaryCrossEntropy<Double>(fromLogits: fromLogits)
    let history = network.fit(
      x, labels: labels, epochs: 60, loss: loss, optimizer: Adam(learningRate: 0.05),
      using: &random)
    let measured = network.evaluate(x, labels: labels, loss: loss)
    #expect(measured.accuracy > 0.95 && history.accuracies.count == 60)
    #expect(network.accuracy(x, labels: labels) == measured.accuracy)
    let squared = network.evaluate(x, labels: labels, loss: MeanSquaredError())
    #expect(squared.accuracy == measured.accuracy, "whatever the loss")
    let probabilities = network.predictProbabilities(x)
    #expect(probabilities.shape == [60, 2])
    #expect(probabilities.argmax(axis: 1) == network.predictLabels(x))
  }

  @Test("takes a layer of one's own by the kind of its outputs") func ownLastLayer() {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random)
    var network = Sequential<Double>(
      inputShape: [2], layers: [Dense(inputs: 2, outputs: 2, using: &random), OwnSoftmax()])
    network.fit(
      x, labels: labels, epochs: 60, loss: CategoricalCrossEntropy(),
      optimizer: Adam(learningRate: 0.05), using: &random)
    #expect(network.accuracy(x, labels: labels) > 0.95)
    #expect(network.predictProbabilities(x) == network.predictAll(x))
  }

  @Test("follows a schedule and puts the rate back") func schedule() {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random, count: 8)
    func rates(_ schedule: LearningRateSchedule) -> [Double] {
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      var optimizer: any Optimizer<Double> = SGD(learningRate: 0.5)
      let history = network.fit(
        x, targets: .oneHot(labels, classes: 2), epochs: 3, batchSize: 4,
        loss: SoftmaxCrossEntropy(), optimizer: &optimizer, schedule: schedule, using: &random)
      #expect(optimizer.learningRate == 0.5)
      return history.epochs.map(\.learningRate)
    }
    #expect(rates(.constant) == [0.5, 0.5, 0.5])
    #expect(rates(.stepwise(factor: 0.5)) == [0.5, 0.25, 0.125])
    #expect(rates(.stepwise(factor: 0.5, everyEpochs: 2)) == [0.5, 0.5, 0.25])
    #expect(rates(.inverseTime(3)) == [0.375, 0.25, 0.1875])
    #expect(rates(.cosine(steps: 3, downTo: 0.5))[1...] == [0.25, 0.25])
  }

  @Test("goes through the samples in their order where it does not shuffle") func unshuffled() {
    func learnt(seed: Int) -> Tensor<Double> {
      var random = NumPyRandom(seed: 1)
      let (x, labels) = sides(&random)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      var other = NumPyRandom(seed: seed)
      network.fit(x, labels: labels, epochs: 2, shuffles: false, using: &other)
      return network.predict(x)
    }
    #expect(learnt(seed: 1) == learnt(seed: 2))
  }

  @Test("keeps two networks apart that began as one") func copies() {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random)
    let original = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
    let before = original.predict(x)
    var copy = original
    copy.fit(x, labels: labels, epochs: 1, using: &random)
    #expect(original.predict(x) == before && copy.predict(x) != before)
  }

  @Test("shows a bar") func progressBar() {
    var random = NumPyRandom(seed: 1)
    let (x, labels) = sides(&random, count: 6)
    var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
    var lines: [String] = []
    network.fit(
      x, labels: labels, epochs: 1, batchSize: 4, callbacks: [ProgressBar { lines.append($0) }],
      using: &random)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("epoch 1/1 [====================>         ] 4/6, loss 0."))
    #expect(lines[1].hasPrefix("epoch 1/1 [==============================] 6/6, loss 0."))
    #expect(lines[1].contains(", accuracy "))
    #expect(lines[2].hasPrefix("epoch 1/1: loss "))
  }

  @Test("remembers running averages when saved") func buffers() throws {
    try withTemporaryFolder { folder in
      var random = NumPyRandom(seed: 1)
      let layers: [LayerSpecification] = [.batchNorm2D, .flatten, .dense(2)]
      var network = Sequential<Double>(inputShape: [1, 2, 2], layers, using: &random)
      let x = random.randn(8, 1, 2, 2)
      network.fit(x, labels: [0, 1, 0, 1, 0, 1, 0, 1], epochs: 1, using: &random)
      for name in ["n.npz", "n.safetensors"] {
        try network.save(to: "\(folder)/\(name)")
        var loaded = Sequential<Double>(inputShape: [1, 2, 2], layers, using: &random)
        try loaded.load(from: "\(folder)/\(name)")
        #expect(loaded.predict(x) == network.predict(x))
      }
    }
  }

  @Test("takes an optimiser of any type, and Adam where none is given") func optimizers() {
    let x: Tensor<Double> = [[1], [2], [4]]
    let y: Tensor<Double> = [[3], [1], [2]]
    func losses(
      _ train: (inout Sequential<Double>, inout NumPyRandom) -> [History]
    ) -> [Double] {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(
        inputShape: [1], layers: [Dense<Double>(weight: [[0.5]], bias: [0.25])])
      return train(&network, &random).flatMap(\.losses)
    }
    let loss = MeanSquaredError<Double>()
    let two = losses { network, random in
      var adam: any Optimizer<Double> = Adam<Double>()
      return (0..<2).map { _ in
        network.fit(x, targets: y, epochs: 2, loss: loss, optimizer: &adam, using: &random)
      }
    }
    let known = losses { network, random in
      var adam = Adam<Double>()
      return (0..<2).map { _ in
        network.fit(x, targets: y, epochs: 2, loss: loss, optimizer: &adam, using: &random)
      }
    }
    #expect(known == two)
    let once = losses { network, random in
      [network.fit(x, targets: y, epochs: 2, loss: loss, optimizer: Adam(), using: &random)]
    }
    #expect(once == Array(two.prefix(2)))
    let byDefault = losses { network, random in
      [network.fit(x, targets: y, epochs: 2, loss: loss, using: &random)]
    }
    #expect(byDefault == once)
    _ = losses { network, random in
      var (plain, boxed) = (SGD<Double>(learningRate: 1), SGD<Double>() as any Optimizer<Double>)
      _ = network.forward(x)
      network.backwardToParameters(.ones(3, 1))
      network.step(&plain)
      network.step(&boxed, l2: 0.5)
      network.visitParameters { name, value, _ in
        let expected: [String: Double] = ["0.weight": -6.5 - 0.01 * (7 - 3.25), "0.bias": -2.78]
        expectClose(value.scalars[0], expected[name] ?? 0)
      }
      return []
    }
  }

  @Test("goes on with what an optimiser remembers of labels too") func optimizersOfLabels() {
    let x: Tensor<Double> = [[1], [-2], [4]]
    func losses(_ keeps: Bool) -> [Double] {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(
        inputShape: [1], layers: [Dense<Double>(weight: [[0.5]], bias: [0.25])])
      var momentum = Momentum<Double>()
      let first = network.fit(
        x, labels: [1, 0, 1], epochs: 2, optimizer: &momentum, using: &random)
      if !keeps { momentum = Momentum() }
      let second = network.fit(
        x, labels: [1, 0, 1], epochs: 2, optimizer: &momentum, using: &random)
      return first.losses + second.losses
    }
    #expect(losses(true)[0...2] == losses(false)[0...2])
    #expect(losses(true)[3] != losses(false)[3])
  }
}

/// A softmax that only its outputs' kind tells from any other layer.
private struct OwnSoftmax: Layer {
  private var softmax = Softmax<Double>()
  var outputKind: OutputKind { .distribution }

  mutating func forward(_ input: Tensor<Double>) -> Tensor<Double> { softmax.forward(input) }
  mutating func backward(_ gradient: Tensor<Double>) -> Tensor<Double> {
    softmax.backward(gradient)
  }
  func outputShape(forSample shape: [Int]) -> [Int] { shape }
}
