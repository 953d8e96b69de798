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

  @Test func negativeSeed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = PCG64Random(seed: [3, -1])
    }
    #expect(fatalMessage(result) == "SeedSequence: seed -1 is negative")
  }

  @Test func emptyRangeOfIntegers() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.integers(low: 4, high: 3, endpoint: true)
    }
    #expect(fatalMessage(result) == "integers: low (4) exceeds high (3)")
  }

  @Test func numberBeyondTheType() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = random.randint(low: 0, high: 300, count: 2, as: UInt8.self)
    }
    #expect(fatalMessage(result) == "randint: 299 does not fit UInt8")
  }

  @Test func probabilities() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.choice(2, size: 1, probabilities: [0.5, 0.25])
    }
    #expect(fatalMessage(result) == "choice: the probabilities sum to 0.75, not to 1")
  }

  @Test func tooFewPossible() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.choice(3, size: 2, replacing: false, probabilities: [0, 1, 0])
    }
    #expect(
      fatalMessage(result)
        == "choice: 2 indices cannot be drawn without replacing: 1 have a probability above 0")
  }

  @Test func moreThanThereAre() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.choice(3, size: 4, replacing: false)
    }
    #expect(fatalMessage(result) == "choice: 4 of 3 numbers cannot be drawn without replacing")
  }
}
