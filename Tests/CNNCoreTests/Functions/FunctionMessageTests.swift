import CNNCore
import Testing

/// What a reader is told who calls a function in a wrong way.
@Suite struct FunctionMessageTests {
  @Test func kernelTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(7, 7))
    }
    #expect(fatalMessage(result) == "convolve: kernel 7×7 is larger than the 5×5 input (padding 0)")
  }

  @Test func strideOfZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(3, 3), stride: 0)
    }
    #expect(fatalMessage(result) == "convolve: the stride must be at least 1, not 0")
  }

  @Test func notAMatrix() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolve(Tensor.zeros(1, 5, 5), with: Tensor.zeros(3, 3))
    }
    #expect(fatalMessage(result) == "convolve: expected a matrix, got a tensor of shape [1, 5, 5]")
  }

  @Test func gradientOfAnotherShape() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = convolutionGradients(
        input: Tensor.zeros(5, 5), kernel: Tensor.zeros(3, 3), outputGradient: Tensor.zeros(2, 2))
    }
    #expect(
      fatalMessage(result)
        == "convolutionGradients: the gradient has shape [2, 2], the "
        + "output [3, 3]")
  }

  @Test func poolTooLarge() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = maxPool(Tensor.zeros(2, 5), size: 3)
    }
    #expect(fatalMessage(result) == "maxPool: window 3×3 is larger than the 2×5 input (padding 0)")
  }

  @Test func poolGradient() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = maxPool(Tensor.zeros(4, 4), size: 2).backward(Tensor.zeros(4, 4))
    }
    #expect(fatalMessage(result) == "maxPool: the gradient has shape [4, 4], the output [2, 2]")
  }

  @Test func probability() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = binaryCrossEntropy(probability: 1.5, target: 1)
    }
    #expect(
      fatalMessage(result)
        == "binaryCrossEntropy: the probability 1.5 is not between 0 "
        + "and 1")
  }

  @Test func target() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = binaryCrossEntropy(logit: 0.5, target: -1)
    }
    #expect(fatalMessage(result) == "binaryCrossEntropy: the target -1.0 is not between 0 and 1")
  }
}
