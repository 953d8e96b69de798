import CNNCore
import Testing

/// What a reader is told whose layers make no network.
@Suite struct SequentialMessageTests {
  @Test func dropoutOfAll() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [2], [.dropout(1)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 1 (Dropout): the rate must be at least 0 and below 1, not 1.0. It is the share "
        + "that is left out.")
  }

  @Test func noFilters() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(
        inputShape: [1, 8, 8], [.conv2D(filters: 0, kernelSize: 3)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 1 (Conv2D): expected at least 1 filter, got 0")
  }

  @Test func convolutionAfterFlatten() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(
        inputShape: [1, 8, 8], [.flatten, .conv2D(filters: 1, kernelSize: 3)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 2 (Conv2D): takes images [C, H, W], and gets samples of shape [64]. Put it before "
        + "'.flatten'.")
  }

  @Test func windowTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [1, 8, 8], [.relu, .maxPool2D([2, 9])], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 2 (MaxPool2D): window 2×9 is larger than the 8×8 input (padding 0). Take a "
        + "smaller window, or shrink less before it.")
  }

  @Test func softmaxOfOne() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [2], [.dense(1), .softmax], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 2 (Softmax): of a single number is always the same. Put '.sigmoid' in its place.")
  }

  @Test func sequenceWithoutFeatures() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [9], [.lstm(3)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 1 (LSTM): takes sequences [T, F], and gets samples of shape [9]. Give each step "
        + "an axis of features, [T, 1], or let the recurrent layer before it return its sequence.")
  }

  @Test func moreThanMemory() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [2], [.dense(1 << 20), .dense(1 << 20)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 2 (Dense): a parameter of shape [1048576, 1048576] has more than 4294967296 "
        + "numbers")
  }

  @Test func overflow() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [2], [.dense(Int.max)], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "layer 1 (Dense): a sample's output of shape [9223372036854775807] has more than "
        + "4294967296 numbers")
  }

  @Test func nothingInASample() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      _ = Sequential<Double>(inputShape: [0, 3], [.flatten], using: &random)
    }
    #expect(
      fatalMessage(result)
        == "Sequential: a sample of shape [0, 3] holds nothing")
  }

  @Test func madeLayersThatDoNotFit() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let layers: [any Layer<Double>] = [
        Dense(weight: .ones(3, 2)), ReLU(), Dense(weight: .ones(2, 4)),
      ]
      _ = Sequential<Double>(inputShape: [2], layers: layers)
    }
    #expect(
      fatalMessage(result)
        == "layer 3 (Dense): Dense: the weight takes 4 inputs, got a sample of shape [3]")
  }

  @Test func otherSamples() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let network = Sequential<Double>(inputShape: [2], layers: [ReLU()])
      _ = network.predict(.ones(4, 3))
    }
    #expect(
      fatalMessage(result)
        == "Sequential: expected samples [2] in a batch [N, …], got shape [4, 3]")
  }
}
