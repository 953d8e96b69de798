import CNNCore
import Testing

/// What a reader is told who asks for data that there cannot be.
@Suite struct DataRequestTests {
  @Test func negativeTraining() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = try MNIST.load(training: -1)
    }
    #expect(
      fatalMessage(result)
        == "MNIST.load: the number of training digits is negative: -1")
  }

  @Test func negativeTest() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = try MNIST.load(training: 1, test: -1)
    }
    #expect(
      fatalMessage(result)
        == "MNIST.load: the number of test digits is negative: -1")
  }

  @Test func negativeDigits() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = try Digits.load(count: -1)
    }
    #expect(
      fatalMessage(result)
        == "Digits.load: the number of digits is negative: -1")
  }

  @Test func splitBeforeTheFirst() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      let digits = Dataset<Float>.generatedDigits(count: 3, using: &random)
      _ = digits.split(at: -1)
    }
    #expect(
      fatalMessage(result)
        == "split: position -1 is not between 0 and 3")
  }
}
