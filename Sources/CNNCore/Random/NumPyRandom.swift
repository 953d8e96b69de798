/// NumPy's legacy generator: the streams of `numpy.random.RandomState`, bit for bit.
///
///     var random = NumPyRandom(seed: 42)         // np.random.seed(42)
///     random.uniform(low: -1, high: 1)           // np.random.uniform(-1, 1)
///     random.uniform(low: -1, high: 1, shape: [6, 6])
///
/// Calls for one number and for many may alternate as in Python; each takes from the same stream.
///
/// - Note: `normal` and `randn` depend on a logarithm, for which NumPy asks the system's library; they
///   agree to the last bit or differ by one unit in it.
/// - Source: NumPy's legacy distributions, frozen by NEP 19,
///   https://numpy.org/neps/nep-0019-rng-policy.html
public struct NumPyRandom: RandomNumberGenerator, Hashable, Sendable {
  private var twister: MersenneTwister
  private var spareNormal: Double?

  /// The generator after `np.random.seed(seed)`.
  ///
  /// - Precondition: The seed is from 0 to 2³² − 1, as NumPy asks.
  public init(seed: Int) {
    require(
      seed >= 0 && seed <= Int(UInt32.max),
      "NumPyRandom: the seed is from 0 to 4294967295, and \(seed) was given")
    twister = MersenneTwister(seed: UInt32(seed))
  }

  /// The generator after `np.random.seed([…])`.
  ///
  /// - Precondition: There is at least one number, and each is from 0 to 2³² − 1.
  public init(seed: [Int]) {
    require(!seed.isEmpty, "NumPyRandom: the list of seeds is empty")
    twister = MersenneTwister(
      key: seed.map { number in
        require(
          number >= 0 && number <= Int(UInt32.max),
          "NumPyRandom: a seed is from 0 to 4294967295, and \(number) was given")
        return UInt32(number)
      })
  }

  /// 64 random bits, the first 32 of the stream on top.
  public mutating func next() -> UInt64 {
    let high = UInt64(twister.next())
    return high << 32 | UInt64(twister.next())
  }
}

// MARK: - Uniform numbers

extension NumPyRandom {
  /// A number from 0 up to 1, a multiple of 2⁻⁵³: `np.random.random_sample()`.
  public mutating func randomSample() -> Double {
    let high = Double(twister.next() >> 5)
    let low = Double(twister.next() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// A tensor of numbers from 0 up to 1: `np.random.random_sample(shape)`.
  public mutating func randomSample(shape: [Int]) -> Tensor<Double> {
    fill(shape) { $0.randomSample() }
  }

  /// A number from `low` up to `high`: `np.random.uniform(low, high)`.
  public mutating func uniform(low: Double = 0, high: Double = 1) -> Double {
    low + (high - low) * randomSample()
  }

  /// A tensor of numbers from `low` up to `high`: `np.random.uniform(low, high, shape)`.
  public mutating func uniform(
    low: Double = 0, high: Double = 1, shape: [Int]
  ) -> Tensor<Double> {
    fill(shape) { $0.uniform(low: low, high: high) }
  }

  private mutating func fill(
    _ shape: [Int], _ draw: (inout NumPyRandom) -> Double
  ) -> Tensor<Double> {
    var scalars: [Double] = []
    let count = shape.reduce(1, *)
    scalars.reserveCapacity(count)
    for _ in 0..<count { scalars.append(draw(&self)) }
    return Tensor(shape: shape, scalars: scalars)
  }
}

// MARK: - Normal numbers

extension NumPyRandom {
  /// A number from the standard normal distribution: `np.random.randn()`.
  ///
  /// Marsaglia's polar method makes two at a time; the second is kept for the next call.
  public mutating func randn() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    while true {
      let x = 2 * randomSample() - 1
      let y = 2 * randomSample() - 1
      let square = x * x + y * y
      if square >= 1 || square == 0 { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spareNormal = factor * x
      return factor * y
    }
  }

  /// A tensor of standard normal numbers: `np.random.randn(…)`.
  public mutating func randn(shape: [Int]) -> Tensor<Double> {
    fill(shape) { $0.randn() }
  }

  /// A normal number with the given mean and deviation: `np.random.normal(mean, deviation)`.
  public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    mean + deviation * randn()
  }

  /// A tensor of normal numbers: `np.random.normal(mean, deviation, shape)`.
  public mutating func normal(
    mean: Double = 0, deviation: Double = 1, shape: [Int]
  ) -> Tensor<Double> {
    fill(shape) { $0.normal(mean: mean, deviation: deviation) }
  }
}

// MARK: - Whole numbers and orders

extension NumPyRandom {
  /// A whole number from `low` up to and without `high`: `np.random.randint(low, high)`.
  ///
  /// - Precondition: `low` is less than `high`.
  public mutating func randint(low: Int = 0, high: Int) -> Int {
    require(low < high, "randint: low \(low) is not below high \(high)")
    return low &+ Int(bitPattern: UInt(interval(UInt64(bitPattern: Int64(high &- 1 &- low)))))
  }

  /// Whole numbers from `low` up to and without `high`: `np.random.randint(low, high, count)`.
  public mutating func randint(low: Int = 0, high: Int, count: Int) -> [Int] {
    (0..<count).map { _ in randint(low: low, high: high) }
  }

  /// The numbers from 0 up to `count` in random order: `np.random.permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    shuffle(&order)
    return order
  }

  /// Elements in random order: `np.random.permutation(array)`.
  public mutating func permutation<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    shuffle(&elements)
    return elements
  }

  /// Puts elements into random order: `np.random.shuffle(array)`.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for i in (1..<elements.count).reversed() {
      elements.swapAt(i, Int(interval(UInt64(i))))
    }
  }

  /// A whole number from 0 to `maximum`: bits are masked and drawn again where they are too large.
  private mutating func interval(_ maximum: UInt64) -> UInt64 {
    if maximum == 0 { return 0 }
    let mask = UInt64.max >> UInt64(maximum.leadingZeroBitCount)
    while true {
      let bits = maximum <= UInt64(UInt32.max) ? UInt64(twister.next()) : next()
      if bits & mask <= maximum { return bits & mask }
    }
  }
}
