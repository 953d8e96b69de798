import CNNCore
import Testing

/// What a reader is told who asks for a softmax or a normalisation of the wrong shape.
@Suite struct SoftmaxMessageTests {
  @Test func axis() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = softmax(Tensor.zeros(2, 3), axis: 2)
    }
    #expect(
      fatalMessage(result)
        == "softmax: axis 2 does not exist in a tensor of shape [2, 3]")
  }

  @Test func logarithmsAxis() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = logSoftmax(Tensor.zeros(2, 3), axis: -3)
    }
    #expect(
      fatalMessage(result)
        == "logSoftmax: axis -3 does not exist in a tensor of shape [2, 3]")
  }

  @Test func jacobian() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = softmaxJacobian(Tensor.zeros(2, 3))
    }
    #expect(
      fatalMessage(result)
        == "softmaxJacobian: expected a vector, got a tensor of shape [2, 3]")
  }

  @Test func gradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = softmaxGradient(probabilities: Tensor.zeros(2, 3), outputGradient: Tensor.zeros(3))
    }
    #expect(
      fatalMessage(result)
        == "softmaxGradient: the gradient has shape [3], the output [2, 3]")
  }

  @Test func logarithmsGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = logSoftmaxGradient(
        logProbabilities: Tensor.zeros(2, 3), outputGradient: Tensor.zeros(3))
    }
    #expect(
      fatalMessage(result)
        == "logSoftmaxGradient: the gradient has shape [3], the output [2, 3]")
  }

  @Test func normalizeVector() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = normalize(Tensor.zeros(3), by: .standard)
    }
    #expect(
      fatalMessage(result)
        == "normalize: expected feature maps […, H, W], got a tensor of shape [3]")
  }

  @Test func normalizationGradientShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = normalizationGradient(
        Tensor.zeros(2, 3), outputGradient: Tensor.zeros(3, 2), by: .minMax)
    }
    #expect(
      fatalMessage(result)
        == "normalizationGradient: the gradient has shape [3, 2], the maps [2, 3]")
  }

  @Test func logarithmOfNegative() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = normalize(Tensor([[1, -0.5]]), by: .logarithmic())
    }
    #expect(
      fatalMessage(result)
        == "normalize: the logarithm needs positive numbers, got -0.5 and the offset 0.0")
  }

  @Test func logarithmOfOne() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = normalize(Tensor([[1, 0.5]]), by: .logarithmic())
    }
    #expect(
      fatalMessage(result)
        == "normalize: the logarithm of a map's largest number, 1.0, plus the offset 0.0 is zero")
  }

  @Test func channelOrder() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).channelsLast()
    }
    #expect(
      fatalMessage(result)
        == "channelsLast: expected an image of rank 3 or a batch of rank 4, got shape [2, 3]")
  }
}
