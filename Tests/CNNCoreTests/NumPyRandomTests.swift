import CNNCore
import Testing

/// The streams of `np.random.RandomState`, bit for bit; normals within one unit in the last place.
@Suite struct NumPyRandomTests {
  static func cases() throws -> [Fixture] { try Fixture("numpy-random")["cases"].list }

  @Test(arguments: 0..<5) func uniformNumbers(index: Int) throws {
    let fixture = try Self.cases()[index]
    let seed = fixture["seed"].integer
    var random = NumPyRandom(seed: seed)
    #expect(random.randomSample(shape: [10]).scalars == fixture["random_sample"].numbers)
    random = NumPyRandom(seed: seed)
    #expect(
      random.uniform(low: -1, high: 1, shape: [10]).scalars == fixture["uniform_m1_1"].numbers)
    random = NumPyRandom(seed: seed)
    let mixed = fixture["uniform_scalar_then_shape"].list
    #expect(random.uniform() == mixed[0].number)
    #expect(random.uniform(low: -1, high: 1, shape: [2, 2]) == mixed[1].tensor)
    #expect(random.uniform() == mixed[2].number)
  }

  @Test(arguments: [
    ("randint_0_3", 0, 3), ("randint_1_3", 1, 3), ("randint_0_256", 0, 256),
    ("randint_0_2pow31m1", 0, (1 << 31) - 1), ("randint_0_2pow32", 0, 1 << 32),
    ("randint_0_2pow32_plus_1", 0, (1 << 32) + 1), ("randint_0_2pow40", 0, 1 << 40),
    ("randint_neg", -5, 6),
  ])
  func wholeNumbers(name: String, low: Int, high: Int) throws {
    for fixture in try Self.cases() {
      var random = NumPyRandom(seed: fixture["seed"].integer)
      let expected = fixture[name].integers
      #expect(random.randint(low: low, high: high, count: expected.count) == expected)
    }
  }

  @Test func aRangeOfOneNumberDrawsNothing() {
    var random = NumPyRandom(seed: 0)
    #expect(random.randint(low: 3, high: 4, count: 3) == [3, 3, 3])
    #expect(random.randomSample() == 0.5488135039273248)
  }

  @Test func normalNumbers() throws {
    for fixture in try Self.cases() {
      var random = NumPyRandom(seed: fixture["seed"].integer)
      for expected in fixture["randn"].numbers {
        #expect(abs(random.randn() - expected) <= expected.ulp)
      }
      random = NumPyRandom(seed: fixture["seed"].integer)
      for expected in fixture["normal_2_3"].numbers {
        #expect(abs(random.normal(mean: 2, standardDeviation: 3) - expected) <= 4 * expected.ulp)
      }
    }
  }

  @Test func orders() throws {
    for fixture in try Self.cases() {
      var random = NumPyRandom(seed: fixture["seed"].integer)
      #expect(random.permutation(10) == fixture["permutation_10"].integers)
      random = NumPyRandom(seed: fixture["seed"].integer)
      var numbers = Array(0..<10)
      random.shuffle(&numbers)
      random.shuffle(&numbers)
      #expect(numbers == fixture["shuffle_twice"].integers)
    }
  }

  @Test func seedsOfSeveralNumbers() throws {
    for fixture in try Fixture("numpy-random")["array_seeds"].list {
      var random = NumPyRandom(seed: fixture["key"].integers)
      #expect(random.randomSample(shape: [5]).scalars == fixture["random_sample"].numbers)
      #expect(random.randint(low: 0, high: 3, count: 5) == fixture["randint"].integers)
    }
  }
}
