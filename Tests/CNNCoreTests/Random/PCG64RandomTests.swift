import CNNCore
import Testing

/// Against NumPy 2.4.6's `default_rng`, `Fixtures/numpy-random.json`, bit for bit.
@Suite struct PCG64RandomTests {
  @Test(arguments: 0..<5) func startingState(index: Int) {
    let (expected, seed) = expectations(index)
    let sequence = SeedSequence(seed)
    let words = expected["seed_sequence"]
    #expect(sequence.pool.map(Int.init) == words["pool_uint32"].integers)
    #expect(sequence.words(8).map(Int.init) == words["generate_state_8_uint32"].integers)
    var random = PCG64Random(sequence)
    #expect(random == PCG64Random(seed: seed) && random == PCG64Random(seed: [seed]))
    #expect("\(random.state)" == expected["pcg64_state_strings"]["state"].text)
    #expect("\(random.increment)" == expected["pcg64_state_strings"]["inc"].text)
    let raw = (0..<10).map { _ in "\(random.next())" }
    #expect(raw == expected["raw_uint64_strings"]["values"].array.map(\.text))
  }

  @Test(arguments: 0..<5) func everyMethod(index: Int) {
    let (expected, seed) = expectations(index)
    for (key, draw) in draws {
      var random = PCG64Random(seed: seed)
      let drawn = draw(&random)
      let values = expected[key]["values"]
      #expect(drawn == (key.hasSuffix("strings") ? values.tensorOfTexts : values.tensor), "\(key)")
    }
  }

  @Test(arguments: 0..<5) func interleavedCalls(index: Int) throws {
    let (expected, seed) = expectations(index)
    var random = PCG64Random(seed: seed)
    for operation in expected["interleaved"]["ops"].array {
      let call = operation["call"].text
      let draw = try #require(interleaved[call], "no translation of \(call)")
      #expect(draw(&random) == operation["out"].tensor, "\(call)")
    }
  }

  @Test(arguments: 0..<5) func longStreams(index: Int) {
    let (expected, seed) = expectations(index)
    var random = PCG64Random(seed: seed)
    expectLong(random.random(shape: [100_000]), expected["long_random"])
    random = PCG64Random(seed: seed)
    expectLong(random.standardNormal(shape: [1_000_000]), expected["long_standard_normal"])
    random = PCG64Random(seed: seed)
    let floats = random.random(shape: [100_000], as: Float.self)
    expectLong(Tensor<Double>(floats), expected["long_random_float32"])
    random = PCG64Random(seed: seed)
    let normal = random.standardNormal(shape: [1_000_000], as: Float.self)
    // A few of the 10⁶ numbers lie in the tail, where C's log1pf makes them differ by one ulp.
    expectLong(
      Tensor<Double>(normal), expected["long_standard_normal_float32"], tolerance: 2e-6)

    random = PCG64Random(seed: seed)
    let wide = random.integers(low: 0, high: 1 << 40, count: 100_000)
    #expect(wide.reduce(0, +) == expected["long_integers_0_2pow40"]["sum"].integer)
    random = PCG64Random(seed: seed)
    let order = random.permutation(100_000)
    let checksum = order.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    #expect(checksum == expected["long_permutation"]["checksum_sum_i_times_p_i"].integer)
  }

  @Test func seedsGivenAsLists() {
    for key in Fixture.numPyRandom["array_seeds"].array {
      var random = PCG64Random(seed: key["key"].integers)
      #expect(random.random(shape: [5]) == key["default_rng(key).random(5)"].tensor)
    }
  }

  /// The tolerance is for the sum of 10⁵ or 10⁶ numbers of order 1, rounded in another order.
  private func expectLong(
    _ numbers: Tensor<Double>, _ expected: Fixture, tolerance: Double = 1e-8
  ) {
    #expect(numbers[999] == expected["value_1000th"].number)
    #expect(numbers[99_999] == expected["value_100000th"].number)
    #expect(numbers.argmin() == expected["argmin"].integer)
    #expect(numbers.max() == expected["max"].number)
    #expect(numbers.min() == expected["min"].number)
    #expect(abs(numbers.sum() - expected["exact_sum_fsum"].number) < tolerance)
    let squares = (numbers * numbers).sum()
    expectClose(squares, expected["sum_of_squares_fsum"].number, relative: tolerance)
  }

  private func expectations(_ index: Int) -> (Fixture, seed: Int) {
    let fixture = Fixture.numPyRandom["default_rng"][index]
    return (fixture, fixture["seed"].integer)
  }
}

private typealias Draw = @Sendable (inout PCG64Random) -> Tensor<Double>

private func tensor(_ numbers: [some FixedWidthInteger]) -> Tensor<Double> {
  Tensor(numbers.map { Double($0) })
}

private let draws: [String: Draw] = [
  "random": { $0.random(shape: [10]) },
  "uniform_m1_1": { $0.uniform(low: -1, high: 1, shape: [10]) },
  "random_float32": { Tensor<Double>($0.random(shape: [10], as: Float.self)) },
  "integers_0_3": { $0.integers(low: 0, high: 3, shape: [10]) },
  "integers_0_3_scalars": { random in
    tensor((0..<10).map { _ in random.integers(low: 0, high: 3) })
  },
  "integers_0_10": { $0.integers(low: 0, high: 10, shape: [10]) },
  "integers_1_6_endpoint": { $0.integers(low: 1, high: 6, shape: [10], endpoint: true) },
  "integers_0_2pow32": { $0.integers(low: 0, high: 1 << 32, shape: [10]) },
  "integers_0_3000000000": { $0.integers(low: 0, high: 3_000_000_000, shape: [10]) },
  "integers_0_2pow40": { $0.integers(low: 0, high: 1 << 40, shape: [10]) },
  "integers_0_3x2pow61_strings": { $0.integers(low: 0, high: 3 << 61, shape: [10]) },
  "integers_uint8": { tensor($0.integers(low: 0, high: 200, count: 10, as: UInt8.self)) },
  "standard_normal": { $0.standardNormal(shape: [10]) },
  "normal_2_3": { $0.normal(mean: 2, standardDeviation: 3, shape: [10]) },
  "standard_normal_float32": { Tensor<Double>($0.standardNormal(shape: [10], as: Float.self)) },
  "standard_exponential": { $0.standardExponential(shape: [5]) },
  "permutation_10": { tensor($0.permutation(10)) },
  "shuffle_arange10": { $0.permutation(of: Tensor.arange(10)) },
  "shuffle_list10": { random in
    var list = Array(0..<10)
    random.shuffle(&list)
    return tensor(list)
  },
  "shuffle_rows_6x2": { random in
    var rows = Tensor.arange(12).reshaped(6, 2)
    random.shuffle(&rows)
    return rows
  },
  "choice_replace": { tensor($0.choice(20, size: 8)) },
  "choice_noreplace": { tensor($0.choice(20, size: 8, replacing: false)) },
  "choice_noreplace_noshuffle": {
    tensor($0.choice(20, size: 8, replacing: false, shuffling: false))
  },
  "choice_p": { tensor($0.choice(4, size: 8, probabilities: [0.1, 0.2, 0.3, 0.4])) },
]

private let interleaved: [String: Draw] = [
  "rng.random()": { Tensor($0.random()) },
  "rng.integers(0,3)": { tensor([$0.integers(low: 0, high: 3)]).reshaped([]) },
  "rng.standard_normal(3)": { $0.standardNormal(shape: [3]) },
  "rng.integers(0,10,3)": { $0.integers(low: 0, high: 10, shape: [3]) },
  "rng.integers(0,2**40)": { tensor([$0.integers(low: 0, high: 1 << 40)]).reshaped([]) },
  "rng.integers(0,10)": { tensor([$0.integers(low: 0, high: 10)]).reshaped([]) },
  "rng.permutation(5)": { tensor($0.permutation(5)) },
  "rng.random(2,dtype=np.float32)": { Tensor<Double>($0.random(shape: [2], as: Float.self)) },
  "rng.uniform(-1,1,(2,2))": { $0.uniform(low: -1, high: 1, shape: [2, 2]) },
  "rng.normal(2,3,2)": { $0.normal(mean: 2, standardDeviation: 3, shape: [2]) },
  "rng.choice(9,4,replace=False)": { tensor($0.choice(9, size: 4, replacing: false)) },
]

extension Fixture {
  /// Texts of whole numbers, as the nearest doubles.
  fileprivate var tensorOfTexts: Tensor<Double> { Tensor(array.map { Double($0.text) ?? .nan }) }
}
