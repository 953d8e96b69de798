import CNNCore
import Testing

/// What a reader is told whose network, loss and samples do not belong together.
@Suite struct FitMessageTests {
  @Test func sigmoidWithClasses() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(3), .sigmoid], using: &random)
      network.fit(
        Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, loss: CategoricalCrossEntropy(),
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: CategoricalCrossEntropy takes probabilities that add up to 1; end with '.softmax', "
        + "not (Sigmoid), or use SoftmaxCrossEntropy")
  }

  @Test func sigmoidBeforeLogits() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(1), .sigmoid], using: &random)
      network.fit(Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: BinaryCrossEntropy from logits does not go with a last layer (Sigmoid); remove it "
        + "or use BinaryCrossEntropy(fromLogits: false)")
  }

  @Test func probabilitiesWithoutSigmoid() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(1)], using: &random)
      network.fit(
        Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, loss: BinaryCrossEntropy(fromLogits: false),
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: BinaryCrossEntropy from probabilities needs a last layer (Sigmoid), not (Dense)")
  }

  @Test func softmaxWithBinary() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2), .softmax], using: &random)
      network.fit(
        Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, loss: BinaryCrossEntropy(fromLogits: false),
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: BinaryCrossEntropy takes each output by itself, and those of the last layer "
        + "(Softmax) add up to 1; use CategoricalCrossEntropy")
  }

  @Test func logisticCostOfLogits() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(1)], using: &random)
      network.fit(
        Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, loss: LogisticCost(),
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: LogisticCost takes probabilities; end with '.sigmoid', not (Dense)")
  }

  @Test func thirdClassForOneOutput() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(1)], using: &random)
      network.fit(Tensor.zeros(2, 2), labels: [0, 2], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: label 2 at position 1 is not 0 or 1, and the network has a single output")
  }

  @Test func fewerLabels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(Tensor.zeros(3, 2), labels: [0, 1], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: 3 samples have 2 labels")
  }

  @Test func fewerValidationLabels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(
        Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, validation: (.zeros(2, 2), [0]),
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: 2 validation samples have 1 labels")
  }

  @Test func otherSamples() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(Tensor.zeros(2, 3), labels: [0, 1], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: the network takes samples [2], and the samples have shape [3]")
  }

  @Test func emptyBatches() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, batchSize: 0, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: a batch holds at least 1 sample, not 0")
  }

  @Test func negativeL2() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, l2: -1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: the L2 factor must be at least 0, not -1.0")
  }

  @Test func nothingToWatch() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(
        Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, earlyStopping: EarlyStopping(),
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: early stopping needs validation samples to watch")
  }

  @Test func notANumber() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(2)], using: &random)
      network.fit(Tensor([[0, 1], [.nan, 2]]), labels: [0, 1], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: the loss became nan in epoch 1 after 0 samples: input 1 holds a number that is not "
        + "finite")
  }
}
