import CNNCore
import Testing

@Suite("Losses") struct LossTests {
  /// Checks a loss's gradient by central differences.
  private func check<L: Loss<Double>>(
    _ loss: L, _ prediction: Tensor<Double>, _ target: Tensor<Double>
  ) {
    let check = GradientCheck(
      of: { loss.value($0, target: target) },
      gradient: loss.gradient(prediction, target: target), at: prediction)
    #expect(check.passes, "\(L.self): \(check)")
  }

  @Test("have the gradients of central differences") func gradients() {
    var random = NumPyRandom(seed: 1)
    let z = random.randn(4, 3)
    let p = softmax(z, axis: 1)
    let t = Tensor.oneHot([0, 2, 1, 1], classes: 3)
    check(MeanSquaredError(), z, random.randn(4, 3))
    check(OLSCost(), z, random.randn(4, 3))
    check(SoftmaxCrossEntropy(), z, t)
    check(CategoricalCrossEntropy(), p, t)
    check(BinaryCrossEntropy(fromLogits: true), z, t)
    check(BinaryCrossEntropy(fromLogits: false), sigmoid(z), t)
    check(LogisticCost(), sigmoid(z), t)
  }

  @Test("agree with the lecture's costs where these are right", arguments: 0..<4)
  func lecture(index: Int) {
    let expected = Fixture.lecture["costs"][index]
    let (target, prediction) = (expected["target"].tensor, expected["X"].tensor)
    func agrees<L: Loss<Double>>(_ loss: L, factor: Double = 1) {
      // The lecture adds 1e-9 to each probability before it takes the logarithm.
      expectClose(
        loss.value(prediction, target: target), factor * expected["cost"].number, relative: 2e-8)
      expectClose(
        loss.gradient(prediction, target: target), factor * expected["derivative"].tensor,
        relative: 2e-8)
    }
    switch expected["name"].text {
    case "CostOLS": agrees(OLSCost())
    case "CostLogReg": agrees(LogisticCost())
    // The lecture divides by the number of classes as well.
    default: agrees(CategoricalCrossEntropy(), factor: Double(target.shape[1]))
    }
  }

  @Test("from logits stay finite") func stable() {
    let z: Tensor<Double> = [[1e4, 0, -1e4]]
    let loss = SoftmaxCrossEntropy<Double>()
    #expect(loss.value(z, target: [[1, 0, 0]]) == 0)
    #expect(loss.value(z, target: [[0, 0, 1]]) == 2e4)
    #expect(loss.gradient(z, target: [[0, 0, 1]]) == [[1, 0, -1]])
    let binary = BinaryCrossEntropy<Double>(fromLogits: true)
    #expect(binary.value([1000, -1000], target: [0, 1]) == 1000)
  }

  @Test("of targets whose rows do not add up to 1 have their gradients") func weightedTargets() {
    var random = NumPyRandom(seed: 2)
    let z = random.randn(3, 4)
    check(SoftmaxCrossEntropy(), z, [[0, 2, 0, 0], [0.25, 0.25, 0, 0], [0, 0, 0, 0]])
    // The targets of PyTorch's cross_entropy: softmax(z) · Σt − t.
    let gradient = SoftmaxCrossEntropy<Double>().gradient([[0, 0]], target: [[3, 0]])
    #expect(gradient == [[-1.5, 1.5]])
  }

  @Test("count no class that cannot be and is not") func impossibleClass() {
    let z = Tensor([[1, -Double.infinity, 2]])
    let loss = SoftmaxCrossEntropy<Double>()
    let target = Tensor.oneHot([0], classes: 3)
    // ln(e + e²) − 1.
    expectClose(loss.value(z, target: target), 1.3132616875182228, relative: 1e-15)
    expectClose(
      loss.gradient(z, target: target), [[-0.7310585786300049, 0, 0.7310585786300049]],
      relative: 1e-15)
    #expect(loss.value(z, target: [[0, 1, 0]]) == .infinity)
  }

  @Test("count no such class in a training either") func trainingWithImpossibleClass() {
    var random = NumPyRandom(seed: 1)
    let output = Dense(weight: Tensor.zeros(3, 1), bias: Tensor([1, -Double.infinity, 2]))
    var network = Sequential<Double>(inputShape: [1], layers: [output])
    let history = network.fit(Tensor.zeros(2, 1), labels: [0, 0], epochs: 1, using: &random)
    expectClose(history.epochs[0].loss, 1.3132616875182228, relative: 1e-15)
  }

  @Test func messages() async {
    let shapes = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = MeanSquaredError<Double>().value([1, 2], target: [1])
    }
    #expect(
      fatalMessage(shapes) == "MeanSquaredError: the predictions have shape [2], the targets [1]")
    let empty = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = MeanSquaredError<Double>().value(.zeros(0, 3), target: .zeros(0, 3))
    }
    #expect(fatalMessage(empty) == "MeanSquaredError: the batch is empty")
    let logits = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = CategoricalCrossEntropy<Double>().value([[1.5, -1]], target: [[1, 0]])
    }
    #expect(
      fatalMessage(logits)
        == "CategoricalCrossEntropy: 1.5 is no probability; are these logits?")
  }

  @Test func vectorOfProbabilities() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = CategoricalCrossEntropy<Double>().value([0.5, 0.5], target: [1, 0])
    }
    #expect(
      fatalMessage(result)
        == "CategoricalCrossEntropy: expected probabilities [N, K], got shape [2]")
  }

  @Test func gradientOfVector() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = CategoricalCrossEntropy<Double>().gradient([0.5, 0.5], target: [1, 0])
    }
    #expect(
      fatalMessage(result)
        == "CategoricalCrossEntropy: expected probabilities [N, K], got shape [2]")
  }
}
