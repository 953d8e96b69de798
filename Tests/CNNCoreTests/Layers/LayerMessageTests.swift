import CNNCore
import Testing

/// What a reader is told who uses a layer in a wrong way.
@Suite struct LayerMessageTests {
  @Test func kernelTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var conv = Conv2D(weight: Tensor.zeros(1, 1, 7, 7))
      _ = conv.forward(.zeros(1, 1, 5, 5))
    }
    #expect(fatalMessage(result) == "Conv2D: kernel 7×7 is larger than the 5×5 input (padding 0)")
  }

  @Test func channels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var conv = Conv2D(weight: Tensor.zeros(4, 3, 3, 3))
      _ = conv.forward(.zeros(1, 1, 5, 5))
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: the filters take 3 channels, the input of shape [1, "
        + "1, 5, 5] has 1")
  }

  @Test func bias() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv2D(weight: Tensor.zeros(4, 3, 3, 3), bias: .zeros(3))
    }
    #expect(fatalMessage(result) == "Conv2D: 4 filters need a bias of shape [4], got [3]")
  }

  @Test func rank() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var pool = MaxPool2D(size: 2)
      _ = pool.forward(.zeros(4, 4))
    }
    #expect(fatalMessage(result) == "MaxPool2D: expected a batch [N, C, H, W], got shape [4, 4]")
  }

  @Test func denseInput() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var dense = Dense(weight: Tensor.zeros(1, 4))
      _ = dense.forward(.zeros(2, 5))
    }
    #expect(
      fatalMessage(result)
        == "Dense: the weight takes 4 inputs, a sample of shape [2, 5] "
        + "has 5")
  }

  @Test func backwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var flatten = Flatten()
      _ = flatten.backward(.zeros(2, 5))
    }
    #expect(fatalMessage(result) == "Flatten: backward was called before forward")
  }

  @Test func gradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var rectifier = ReLU()
      _ = rectifier.forward(.zeros(2, 3))
      _ = rectifier.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "ReLU: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func noInputChannels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv2D(weight: Tensor.zeros(1, 0, 2, 2))
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: each length of a weight must be at least 1, got shape [1, 0, 2, 2]")
  }

  @Test func noFilters() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var conv = Conv2D(weight: Tensor.zeros(1, 1, 2, 2))
      conv.weight = .zeros(0, 1, 2, 2)
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: each length of a weight must be at least 1, got shape [0, 1, 2, 2]")
  }

  @Test func emptyKernel() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv2D(weight: Tensor.zeros(1, 1, 0, 2))
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: each length of a weight must be at least 1, got shape [1, 1, 0, 2]")
  }
}
