import CNNCore
import Testing

@Suite("Training") struct TrainingTests {
  /// Points around three corners, which a small network tells apart.
  private func corners(_ random: inout NumPyRandom, count: Int = 90) -> (Tensor<Double>, [Int]) {
    let centers: [[Double]] = [[0, 0], [2, 0], [0, 2]]
    let labels = (0..<count).map { $0 % 3 }
    let noise = random.normal(mean: 0, standardDeviation: 0.3, shape: [count, 2])
    return (Tensor(labels.map { centers[$0] }) + noise, labels)
  }

  private func network(_ random: inout NumPyRandom) -> Sequential<Double> {
    Sequential(inputShape: [2], [.dense(8), .tanh, .dense(3)], using: &random)
  }

  @Test("learns, and yields the same bits again") func fit() {
    func run() -> (History, Sequential<Double>, Double) {
      var random = NumPyRandom(seed: 3)
      let (x, labels) = corners(&random)
      let (unseen, truth) = corners(&random, count: 31)
      var network = network(&random)
      let history = network.fit(
        x, labels: labels, epochs: 12, batchSize: 16, optimizer: Adam(learningRate: 0.02),
        validation: (unseen, truth), using: &random)
      return (history, network, network.accuracy(unseen, labels: truth))
    }
    let (first, second) = (run(), run())
    #expect(first.0 == second.0)
    #expect(first.2 > 0.95)
    #expect(first.0.epochs.count == 12 && first.0.ending == .finished)
    #expect(first.0.validationAccuracies.last == first.2)
    #expect(first.0.losses[11] < 0.3 * first.0.losses[0])
  }

  @Test("a callback that stops keeps what was learnt") func stop() {
    var random = NumPyRandom(seed: 3)
    let (x, labels) = corners(&random)
    var network = network(&random)
    let before = network.predict(x)
    var batches = 0
    let history = network.fit(x, labels: labels, epochs: 5, batchSize: 32, using: &random) {
      if case .batchEnded = $0 { batches += 1 }
      return batches == 4 ? .stop : .goOn
    }
    #expect(history.ending == .stopped)
    #expect(history.epochs.count == 1 && batches == 4)
    #expect(network.predict(x) != before)
  }

  @Test("stops early and takes the best parameters back") func earlyStopping() {
    var random = NumPyRandom(seed: 3)
    let (x, labels) = corners(&random, count: 12)
    // The validation labels are wrong, so that learning only makes their loss rise.
    let wrong = labels.map { ($0 + 1) % 3 }
    var network = network(&random)
    let history = network.fit(
      x, labels: labels, epochs: 20, batchSize: 4, optimizer: Adam(learningRate: 0.05),
      validation: (x, wrong), earlyStopping: EarlyStopping(patience: 2), using: &random)
    #expect(history.ending == .stoppedEarly)
    // The first epoch is the best; as in Keras, the second one after it ends the training.
    #expect(history.epochs.count == 3)
    let loss = network.evaluate(
      x, targets: .oneHot(wrong, classes: 3), loss: SoftmaxCrossEntropy<Double>()
    ).loss
    #expect(loss == history.validationLosses.min())
  }

  @Test("tells how it goes") func report() {
    var random = NumPyRandom(seed: 3)
    let (x, labels) = corners(&random, count: 9)
    var network = network(&random)
    var lines: [String] = []
    network.fit(x, labels: labels, epochs: 1, batchSize: 6, using: &random) {
      lines.append($0.text)
      return .goOn
    }
    #expect(lines.count == 4)
    #expect(lines[0] == "epoch 1/1")
    #expect(lines[1] == "epoch 1/1: 6/9, loss 0.8858, accuracy 0.5000")
    #expect(lines[2].hasPrefix("epoch 1/1: 9/9, loss "))
    #expect(lines[3].hasPrefix("epoch 1/1: loss "))
  }

  @Test("shows its layers") func summary() {
    var random = NumPyRandom(seed: 1)
    let network = Sequential<Float>(
      inputShape: [1, 28, 28],
      [
        .conv2D(filters: 32, kernelSize: 3, padding: .same), .relu, .maxPool2D(2), .flatten,
        .dense(10),
      ], using: &random)
    #expect(
      network.summary() == """
        Layer      Output shape     Parameters
        ──────────────────────────────────────
        Conv2D     [N, 32, 28, 28]         320
        ReLU       [N, 32, 28, 28]           0
        MaxPool2D  [N, 32, 14, 14]           0
        Flatten    [N, 6272]                 0
        Dense      [N, 10]              62,730
        ──────────────────────────────────────
        Parameters: 63,050, all trainable
        """)
  }

  @Test("counts right and wrong classes") func classification() {
    #expect(accuracy(predicted: [0, 1, 2, 2], labels: [0, 1, 1, 2]) == 0.75)
    #expect(
      confusionMatrix(predicted: [0, 1, 2, 2], labels: [0, 1, 1, 2], classes: 3)
        == [[1, 0, 0], [0, 1, 1], [0, 0, 1]])
  }

  @Test("a whole network passes the gradient check") func gradients() {
    var random = NumPyRandom(seed: 5)
    let network = Sequential<Double>(
      inputShape: [1, 6, 6],
      [
        .conv2D(filters: 2, kernelSize: 3, padding: .same), .tanh, .averagePool2D(2), .flatten,
        .dense(3), .softmax,
      ], using: &random)
    let check = GradientCheck(network, input: random.randn(2, 1, 6, 6), using: &random)
    #expect(check.passes, "\(check)")
    #expect(check.findings.map(\.name) == ["input", "0.weight", "0.bias", "4.weight", "4.bias"])
  }

  @Test("a history is a table of its epochs, a mistake a sentence") func texts() {
    var random = NumPyRandom(seed: 1)
    var network = Sequential<Double>(inputShape: [1], [.dense(1)], using: &random)
    var optimizer: any Optimizer<Double> = SGD(learningRate: 0)
    let history = network.fit(
      Tensor([[0.0], [0]]), targets: Tensor([[1.0], [0.5]]), epochs: 14, loss: MeanSquaredError(),
      optimizer: &optimizer, using: &random)
    let lines = "\(history)".split(separator: "\n")
    #expect(lines.count == 16 && lines[8] == "    …")
    #expect(lines[0] == "Epoch    Loss" && lines[2] == "    1  0.6250")
    #expect(lines[14] == "   14  0.6250")
    let classifier = Sequential<Double>(inputShape: [1], [.dense(2)], using: &random)
    let mistakes = classifier.mistakes(Tensor([[0.0]]), labels: [1])
    #expect("\(mistakes)" == "[sample 0: 1 taken for 0 (50.0 %)]")
  }

  @Test("takes a loss that is a number for better than one that is none") func lossWithoutNumber() {
    let (x, y) = (Tensor([[1.0], [2]]), Tensor([[2.0], [4]]))
    var random = NumPyRandom(seed: 1)
    var network = Sequential<Double>(inputShape: [1], [.dense(1)], using: &random)
    var optimizer: any Optimizer<Double> = SGD(learningRate: 0.1)
    let history = network.fit(
      x, targets: y, epochs: 3, loss: LateLoss(), optimizer: &optimizer,
      validation: (Tensor([[1.0]]), Tensor([[2.0]])), earlyStopping: EarlyStopping(patience: 5),
      using: &random)
    let losses = history.validationLosses
    #expect(losses[0].isNaN && losses[1] < 0.1)
    let measured = network.evaluate(
      Tensor([[1.0]]), targets: Tensor([[2.0]]), loss: MeanSquaredError())
    #expect(measured.loss == losses.dropFirst().min())
  }
}

/// The mean squared error, but of a single sample no number while it is large.
private struct LateLoss: Loss {
  func value(_ prediction: Tensor<Double>, target: Tensor<Double>) -> Double {
    let value = MeanSquaredError<Double>().value(prediction, target: target)
    return prediction.shape[0] == 1 && value > 0.1 ? .nan : value
  }

  func gradient(_ prediction: Tensor<Double>, target: Tensor<Double>) -> Tensor<Double> {
    MeanSquaredError<Double>().gradient(prediction, target: target)
  }
}
