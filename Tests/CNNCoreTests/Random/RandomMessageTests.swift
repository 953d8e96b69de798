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

  @Test func reversedUniform() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.uniform(low: 1, high: 0)
    }
    #expect(
      fatalMessage(result)
        == "uniform: low (1.0) exceeds high (0.0)")
  }

  @Test func reversedUniformTensor() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.uniform(low: 1, high: 0, shape: [0])
    }
    #expect(
      fatalMessage(result)
        == "uniform: low (1.0) exceeds high (0.0)")
  }

  @Test func endlessUniform() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.uniform(low: 0, high: .infinity)
    }
    #expect(
      fatalMessage(result)
        == "uniform: the range from 0.0 to inf is not finite")
  }

  @Test func tooWideUniform() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = random.uniform(low: -1e308, high: 1e308, shape: [2])
    }
    #expect(
      fatalMessage(result)
        == "uniform: the range from -1e+308 to 1e+308 is not finite")
  }

  @Test func normalWithoutDeviation() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = random.normal(mean: 0, standardDeviation: .nan)
    }
    #expect(
      fatalMessage(result)
        == "normal: the standard deviation must be at least 0, not nan")
  }

  @Test func negativeDeviation() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.normal(standardDeviation: -1, shape: [0])
    }
    #expect(
      fatalMessage(result)
        == "normal: the standard deviation must be at least 0, not -1.0")
  }

  @Test func negativeScale() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.exponential(scale: -2)
    }
    #expect(
      fatalMessage(result)
        == "exponential: the scale must be at least 0, not -2.0")
  }

  @Test func choiceOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 0)
      _ = random.choice(0, size: 1)
    }
    #expect(
      fatalMessage(result)
        == "choice: there is nothing to draw 1 numbers from")
  }

  @Test func choiceOfNoElements() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.choice(of: [String]())
    }
    #expect(
      fatalMessage(result)
        == "choice: there is nothing to draw 1 numbers from")
  }

  @Test func choiceOfNegativeSize() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = PCG64Random(seed: 0)
      _ = random.choice(3, size: -1)
    }
    #expect(
      fatalMessage(result)
        == "choice: the size is negative: -1")
  }

  @Test func negativeGaussian() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.gaussian(size: -1, center: (0, 0))
    }
    #expect(
      fatalMessage(result)
        == "gaussian: the size is negative: -1")
  }
}
