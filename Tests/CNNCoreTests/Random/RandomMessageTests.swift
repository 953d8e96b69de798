import CNNCore
import Testing

/// What a reader is told who draws in a wrong way.
@Suite struct RandomMessageTests {
  @Test func seed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = NumPyRandom(seed: -1)
    }
    #expect(fatalMessage(result) == "NumPyRandom: seed -1 is not between 0 and 4294967295")
  }

  @Test func emptyRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = random.randint(low: 3, high: 3)
    }
    #expect(fatalMessage(result) == "randint: low (3) must be less than high (3)")
  }

  @Test func square() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = Tensor.square(size: 6, side: 6, using: &random)
    }
    #expect(fatalMessage(result) == "square: a 6×6 square has no free place in a 6×6 image")
  }
}
