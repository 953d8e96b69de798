import CNNCore
import Testing

/// What a reader is told who makes or feeds a layer in a wrong way.
@Suite struct LayerShapeMessageTests {
  @Test func convolutionWithoutBias() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv2D(weight: Tensor.zeros(2, 1, 3, 3), bias: .zeros(2), usesBias: false)
    }
    #expect(fatalMessage(result) == "Conv2D: a bias was given to a layer that uses none")
  }

  @Test func denseWithoutBias() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dense(weight: Tensor.zeros(2, 3), bias: .zeros(2), usesBias: false)
    }
    #expect(fatalMessage(result) == "Dense: a bias was given to a layer that uses none")
  }

  @Test func convolutionWeight() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv2D(weight: Tensor.zeros(3, 3))
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: expected a weight [O, C, KH, KW], got shape [3, 3]")
  }

  @Test func convolutionBatch() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var conv = Conv2D(weight: Tensor.zeros(2, 1, 3, 3))
      _ = conv.forward(.zeros(1, 5, 5))
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: expected a batch [N, C, H, W], got shape [1, 5, 5]")
  }

  @Test func convolutionSample() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Conv2D(weight: Tensor.zeros(2, 1, 3, 3)).outputShape(forSample: [5, 5])
    }
    #expect(fatalMessage(result) == "Conv2D: expected a sample [C, H, W], got shape [5, 5]")
  }

  @Test func changedWeight() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var conv = Conv2D(weight: Tensor.zeros(2, 1, 3, 3))
      conv.weight = .zeros(3, 1, 3, 3)
    }
    #expect(fatalMessage(result) == "Conv2D: 3 filters need a bias of shape [3], got [2]")
  }

  @Test func denseSample() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dense(weight: Tensor.zeros(2, 3)).outputShape(forSample: [4])
    }
    #expect(
      fatalMessage(result)
        == "Dense: the weight takes 3 inputs, got a sample of shape [4]")
  }

  @Test func denseBias() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dense(weight: Tensor.zeros(2, 3), bias: .zeros(3))
    }
    #expect(fatalMessage(result) == "Dense: 2 outputs need a bias of shape [2], got [3]")
  }

  @Test func poolTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var pool = MaxPool2D(size: [2, 6])
      _ = pool.forward(.zeros(1, 1, 5, 5))
    }
    #expect(
      fatalMessage(result)
        == "MaxPool2D: window 2×6 is larger than the 5×5 input (padding 0)")
  }

  @Test func poolPadding() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var pool = MaxPool2D(size: 2, padding: [0, 2])
      _ = pool.forward(.zeros(1, 1, 5, 5))
    }
    #expect(
      fatalMessage(result)
        == "MaxPool2D: with padding [0, 2] a window of 2×2 can lie beside the image")
  }

  @Test func poolSample() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = MaxPool2D(size: 2).outputShape(forSample: [4])
    }
    #expect(fatalMessage(result) == "MaxPool2D: expected a sample [C, H, W], got shape [4]")
  }

  @Test func averagePoolBatch() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = AveragePool2D(size: 2).predict(.zeros(4, 4))
    }
    #expect(
      fatalMessage(result)
        == "AveragePool2D: expected a batch [N, C, H, W], got shape [4, 4]")
  }

  @Test func dropoutOfAll() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Dropout(rate: 1, seed: 0)
    }
    #expect(
      fatalMessage(result)
        == "Dropout: the rate must be at least 0 and below 1, not 1.0")
  }

  @Test func normalizationOfMatrix() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Normalization().predict(.zeros(4, 4))
    }
    #expect(
      fatalMessage(result)
        == "Normalization: expected a batch [N, …, H, W], got shape [4, 4]")
  }

  @Test func batchNormChannels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(channels: 3).predict(.zeros(1, 2, 4, 4))
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: expected a batch [N, 3, H, W], got shape [1, 2, 4, 4]")
  }

  @Test func batchNormOfNumbers() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var norm = BatchNorm2D(channels: 2)
      _ = norm.forward(.zeros(1, 2, 1, 1))
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: one number a channel has no deviation; the input has shape [1, 2, 1, 1]")
  }

  @Test func batchNormSample() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(channels: 2).outputShape(forSample: [3, 4, 4])
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: expected a sample [2, H, W], got shape [3, 4, 4]")
  }

  @Test func batchNormWithoutChannels() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = BatchNorm2D(channels: 0)
    }
    #expect(fatalMessage(result) == "BatchNorm2D: 0 channels were asked for")
  }

  @Test func convolutionOfNoFilters() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = Conv2D(inputChannels: 3, filters: 0, kernelSize: 5, using: &random)
    }
    #expect(fatalMessage(result) == "Conv2D: 0 filters of 3×5×5 hold no weight")
  }

  @Test func denseOfNoInputs() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = Dense(inputs: 0, outputs: 4, using: &random)
    }
    #expect(fatalMessage(result) == "Dense: 4 outputs of 0 inputs have no weight")
  }
}
