import CNNCore
import Testing

/// What is said where a function is used wrongly.
@Suite struct WrongUseTests {
  private func expectMessage(
    _ message: String, in result: ExitTest.Result?, _ location: SourceLocation = #_sourceLocation
  ) {
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Fatal error: \(message)"), "\(text)", sourceLocation: location)
  }

  @Test func kernelLargerThanTheInput() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = convolve(Tensor<Double>.zeros([5, 5]), with: Tensor<Double>.zeros([7, 7]))
    }
    expectMessage("convolve: kernel 7×7 is larger than the 5×5 input (padding 0)", in: result)
  }

  @Test func shapesThatDiffer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.zeros([2, 3]) + Tensor<Double>.zeros([3, 2])
    }
    expectMessage("+: the shapes 2×3 and 3×2 differ", in: result)
  }

  @Test func matricesThatDoNotMultiply() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.zeros([2, 3]).matmul(Tensor<Double>.zeros([2, 3]))
    }
    expectMessage(
      "matmul: 2×3 does not multiply 2×3; [M, K] times [K, N] was expected", in: result)
  }

  @Test func anIndexOutOfRange() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor<Double>.zeros([2, 3])[2, 0]
    }
    expectMessage("subscript: index 2 is out of range 0..<2 along axis 0 of 2×3", in: result)
  }

  @Test func aLabelThatIsNone() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = binaryCrossEntropy(0.5, label: 2)
    }
    expectMessage("binaryCrossEntropy: the label is 0 or 1, and 2.0 was given", in: result)
  }

  @Test func aSeedThatNumPyRefuses() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NumPyRandom(seed: -1)
    }
    expectMessage("NumPyRandom: the seed is from 0 to 4294967295, and -1 was given", in: result)
  }
}
