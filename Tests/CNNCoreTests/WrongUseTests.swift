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
      _ = convolve(Tensor.zeros(5, 5), with: Tensor.zeros(7, 7))
    }
    expectMessage("convolve: kernel 7×7 is larger than the 5×5 input (padding 0)", in: result)
  }

  @Test func shapesThatDiffer() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros(2, 3) + Tensor.zeros(3, 2)
    }
    expectMessage("Tensor: shapes [2, 3] and [3, 2] do not go together: 3 against 2", in: result)
  }

  @Test func matricesThatDoNotMultiply() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = matmul(Tensor.zeros(2, 3), Tensor.zeros(2, 3))
    }
    expectMessage(
      "matmul: shapes [2, 3] and [2, 3] do not go together: "
        + "3 columns on the left, 2 rows on the right", in: result)
  }

  @Test func anIndexOutOfRange() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Tensor.zeros(2, 3)[2, 0]
    }
    expectMessage("Tensor: index [2, 0] is out of range for shape [2, 3]", in: result)
  }

  @Test func aLabelThatIsNone() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = binaryCrossEntropy(probability: 0.5, target: 2)
    }
    expectMessage("binaryCrossEntropy: the target 2.0 is not between 0 and 1", in: result)
  }

  @Test func aSeedThatNumPyRefuses() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = NumPyRandom(seed: -1)
    }
    expectMessage("NumPyRandom: seed -1 is not between 0 and 4294967295", in: result)
  }
}
