import CNNCore
import Testing

/// What a reader is told whose network or training makes no sense.
@Suite struct TrainingMessageTests {
  @Test func noLayers() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [2], [], using: &random)
    }
    #expect(fatalMessage(result) == "Sequential: a network has at least one layer")
  }

  @Test func denseWithoutFlatten() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(
        inputShape: [1, 8, 8], [.conv2D(filters: 2, kernelSize: 3), .dense(10)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 2 (Dense): takes vectors, and gets samples of shape [2, 6, 6]. Put '.flatten' "
        + "before it.")
  }

  @Test func kernelTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(
        inputShape: [1, 8, 8], [.maxPool2D(4), .conv2D(filters: 2, kernelSize: 3)],
        using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 2 (Conv2D): kernel 3×3 is larger than the 2×2 input (padding 0). Take a smaller "
        + "kernel or 'padding: .same', or shrink less before it.")
  }

  @Test func imageWithoutChannels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(
        inputShape: [28, 28], [.conv2D(filters: 2, kernelSize: 3)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 1 (Conv2D): takes images [C, H, W], and gets samples of shape [28, 28]. Give the "
        + "input a channel axis: [1, H, W].")
  }

  @Test func labelOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(3)], using: &random)
      network.fit(Tensor.zeros(2, 2), labels: [0, 3], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: label 3 at position 1 is not one of the 3 classes that the network has outputs "
        + "for, 0 to 2")
  }

  @Test func softmaxBeforeLogits() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(3), .softmax], using: &random)
      network.fit(Tensor.zeros(2, 2), labels: [0, 1], epochs: 1, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: SoftmaxCrossEntropy takes logits; remove the last layer (Softmax) or use "
        + "CategoricalCrossEntropy")
  }

  @Test func nothingToLearnFrom() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [2], [.dense(3)], using: &random)
      network.fit(Tensor.zeros(0, 2), labels: [], epochs: 1, using: &random)
    }
    #expect(fatalMessage(result) == "fit: there are no samples")
  }

  @Test func divergence() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [1], [.dense(1)], using: &random)
      var optimizer: any Optimizer<Double> = SGD(learningRate: 1e200)
      network.fit(
        Tensor.ones(4, 1), targets: Tensor.zeros(4, 1), epochs: 9, batchSize: 4,
        loss: MeanSquaredError(), optimizer: &optimizer, using: &random)
    }
    #expect(
      fatalMessage(result)
        == "fit: the loss became inf in epoch 2 after 0 samples; try a smaller learning rate than "
        + "1e+200, or inputs of about ±1")
  }
}
