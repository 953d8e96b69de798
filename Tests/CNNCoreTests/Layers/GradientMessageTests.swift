import CNNCore
import Testing

/// What a reader is told whose backward pass does not fit the forward pass.
@Suite struct GradientMessageTests {
  @Test func conv2DBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Conv2D(weight: Tensor.zeros(2, 1, 3, 3))
      _ = layer.backward(.zeros(1, 2, 5, 5))
    }
    #expect(fatalMessage(result) == "Conv2D: backward was called before forward")
  }

  @Test func conv2DGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Conv2D(weight: Tensor.zeros(2, 1, 3, 3))
      _ = layer.forward(.ones(1, 1, 5, 5))
      _ = layer.backward(.zeros(1, 2, 5, 5))
    }
    #expect(
      fatalMessage(result)
        == "Conv2D: the gradient has shape [1, 2, 5, 5], the output [1, 2, 3, 3]")
  }

  @Test func denseBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Dense(weight: Tensor.zeros(2, 3))
      _ = layer.backward(.zeros(4, 3))
    }
    #expect(fatalMessage(result) == "Dense: backward was called before forward")
  }

  @Test func denseGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Dense(weight: Tensor.zeros(2, 3))
      _ = layer.forward(.ones(4, 3))
      _ = layer.backward(.zeros(4, 3))
    }
    #expect(
      fatalMessage(result)
        == "Dense: the gradient has shape [4, 3], the output [4, 2]")
  }

  @Test func maxPool2DBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = MaxPool2D(size: 2)
      _ = layer.backward(.zeros(1, 1, 4, 4))
    }
    #expect(fatalMessage(result) == "MaxPool2D: backward was called before forward")
  }

  @Test func maxPool2DGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = MaxPool2D(size: 2)
      _ = layer.forward(.ones(1, 1, 4, 4))
      _ = layer.backward(.zeros(1, 1, 4, 4))
    }
    #expect(
      fatalMessage(result)
        == "MaxPool2D: the gradient has shape [1, 1, 4, 4], the output [1, 1, 2, 2]")
  }

  @Test func averagePool2DBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = AveragePool2D(size: 2)
      _ = layer.backward(.zeros(1, 1, 4, 4))
    }
    #expect(fatalMessage(result) == "AveragePool2D: backward was called before forward")
  }

  @Test func averagePool2DGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = AveragePool2D(size: 2)
      _ = layer.forward(.ones(1, 1, 4, 4))
      _ = layer.backward(.zeros(1, 1, 4, 4))
    }
    #expect(
      fatalMessage(result)
        == "AveragePool2D: the gradient has shape [1, 1, 4, 4], the output [1, 1, 2, 2]")
  }

  @Test func batchNorm2DBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = BatchNorm2D(channels: 1)
      _ = layer.backward(.zeros(1, 1, 4, 1))
    }
    #expect(fatalMessage(result) == "BatchNorm2D: backward was called before forward")
  }

  @Test func batchNorm2DGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = BatchNorm2D(channels: 1)
      _ = layer.forward(.ones(1, 1, 2, 2))
      _ = layer.backward(.zeros(1, 1, 4, 1))
    }
    #expect(
      fatalMessage(result)
        == "BatchNorm2D: the gradient has shape [1, 1, 4, 1], the output [1, 1, 2, 2]")
  }

  @Test func normalizationBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Normalization()
      _ = layer.backward(.zeros(1, 1, 4, 1))
    }
    #expect(fatalMessage(result) == "Normalization: backward was called before forward")
  }

  @Test func normalizationGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Normalization()
      _ = layer.forward(.ones(1, 1, 2, 2))
      _ = layer.backward(.zeros(1, 1, 4, 1))
    }
    #expect(
      fatalMessage(result)
        == "Normalization: the gradient has shape [1, 1, 4, 1], the output [1, 1, 2, 2]")
  }

  @Test func dropoutBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Dropout(rate: 0.5, seed: 1)
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "Dropout: backward was called before forward")
  }

  @Test func dropoutGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Dropout(rate: 0.5, seed: 1)
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(
      fatalMessage(result)
        == "Dropout: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func identityBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Identity()
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "Identity: backward was called before forward")
  }

  @Test func identityGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Identity()
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(
      fatalMessage(result)
        == "Identity: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func leakyReLUBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = LeakyReLU()
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "LeakyReLU: backward was called before forward")
  }

  @Test func leakyReLUGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = LeakyReLU()
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(
      fatalMessage(result)
        == "LeakyReLU: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func sigmoidBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Sigmoid()
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "Sigmoid: backward was called before forward")
  }

  @Test func sigmoidGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Sigmoid()
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(
      fatalMessage(result)
        == "Sigmoid: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func tanhBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Tanh()
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "Tanh: backward was called before forward")
  }

  @Test func tanhGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Tanh()
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "Tanh: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func softmaxBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Softmax()
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "Softmax: backward was called before forward")
  }

  @Test func softmaxGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Softmax()
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(
      fatalMessage(result)
        == "Softmax: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func logSoftmaxBackwardFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = LogSoftmax()
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(fatalMessage(result) == "LogSoftmax: backward was called before forward")
  }

  @Test func logSoftmaxGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = LogSoftmax()
      _ = layer.forward(.ones(2, 3))
      _ = layer.backward(.zeros(3, 2))
    }
    #expect(
      fatalMessage(result)
        == "LogSoftmax: the gradient has shape [3, 2], the output [2, 3]")
  }

  @Test func denseReplacedWeight() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Dense(weight: Tensor.zeros(2, 3))
      _ = layer.forward(.ones(4, 3))
      layer.weight = .zeros(2, 5000)
      layer.backwardToParameters(.zeros(4, 2))
    }
    #expect(
      fatalMessage(result)
        == "Dense: the weight takes 5000 inputs, a sample of shape [4, 3] has 3")
  }

  @Test func denseReplacedWeightWithFewerInputs() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = Dense(weight: Tensor.zeros(2, 3))
      _ = layer.forward(.ones(4, 3))
      layer.weight = .zeros(2, 1)
      _ = layer.backward(.zeros(4, 2))
    }
    #expect(
      fatalMessage(result)
        == "Dense: the weight takes 1 inputs, a sample of shape [4, 3] has 3")
  }
}
