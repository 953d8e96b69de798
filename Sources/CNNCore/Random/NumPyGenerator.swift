/// What NumPy's old and new generators draw alike: `NumPyRandom` and `PCG64Random`.
///
/// A function that takes `inout some NumPyGenerator` runs on either; the streams differ. Scalar and
/// array calls draw the same numbers: an array is filled in row-major order.
public protocol NumPyGenerator: RandomNumberGenerator, Hashable, Sendable {
  /// A number from [0, 1) with 53 random bits, as `random()`.
  mutating func random() -> Double

  /// A standard normal number, as `standard_normal()`.
  mutating func standardNormal() -> Double

  /// An exponential number of mean 1, as `standard_exponential()`.
  mutating func standardExponential() -> Double

  /// Whole numbers of a given type with low ≤ n < high, or n ≤ high with `endpoint`.
  ///
  /// As `integers(low, high, count, dtype=…, endpoint=…)` or `randint(low, high, count, dtype=…)`.
  /// Integers of 8 and 16 bits are cut from 32-bit words, so each type has a stream of its own.
  ///
  /// - Precondition: The range is not empty, and the type holds its numbers.
  mutating func integers<Number: FixedWidthInteger>(
    low: Int, high: Int, count: Int, endpoint: Bool, as type: Number.Type
  ) -> [Number]

  /// Truth values, as `integers(0, 2, count, dtype=bool)`.
  mutating func booleans(count: Int) -> [Bool]

  /// Indices from 0 … `count` − 1, each as probable as any other, as `choice(count, size)`.
  ///
  /// - Precondition: Without replacing, no more are drawn than there are.
  mutating func choice(_ count: Int, size: Int, replacing: Bool) -> [Int]

  /// A whole number from 0 … largest, as drawn to exchange elements in a shuffle.
  mutating func exchangeIndex(through largest: Int) -> Int
}

extension NumPyGenerator {
  /// Numbers from [0, 1), as `random(shape)`.
  public mutating func random(shape: [Int]) -> Tensor<Double> {
    filled(shape) { $0.random() }
  }

  /// A number from [low, high), as `uniform(low, high)`.
  ///
  ///     low + (high − low) · random()
  ///
  /// - Precondition: The range is finite; `low` is at most `high`, but for `NumPyRandom`, as in NumPy.
  public mutating func uniform(low: Double = 0, high: Double = 1) -> Double {
    Self.requireRange(low, high)
    return low + (high - low) * random()
  }

  /// Numbers from [low, high), as `uniform(low, high, shape)`.
  public mutating func uniform(
    low: Double = 0, high: Double = 1, shape: [Int]
  ) -> Tensor<Double> {
    Self.requireRange(low, high)
    return filled(shape) { low + (high - low) * $0.random() }
  }

  /// A whole number with low ≤ n < high, or n ≤ high with `endpoint`, as `integers(low, high)`.
  public mutating func integers(low: Int, high: Int, endpoint: Bool = false) -> Int {
    integers(low: low, high: high, count: 1, endpoint: endpoint, as: Int.self)[0]
  }

  /// Whole numbers with low ≤ n < high, or n ≤ high with `endpoint`, as `integers(low, high, count)`.
  public mutating func integers(
    low: Int, high: Int, count: Int, endpoint: Bool = false
  ) -> [Int] {
    integers(low: low, high: high, count: count, endpoint: endpoint, as: Int.self)
  }

  /// Whole numbers of a given type, as `integers(low, high, count, dtype=…)`.
  public mutating func integers<Number: FixedWidthInteger>(
    low: Int, high: Int, count: Int, as type: Number.Type
  ) -> [Number] {
    integers(low: low, high: high, count: count, endpoint: false, as: type)
  }

  /// Whole numbers in a tensor, as `integers(low, high, shape)`.
  ///
  /// - Note: Numbers beyond 2⁵³ in magnitude are rounded.
  public mutating func integers(
    low: Int, high: Int, shape: [Int], endpoint: Bool = false
  ) -> Tensor<Double> {
    let numbers = integers(
      low: low, high: high, count: elementCount(of: shape), endpoint: endpoint)
    return Tensor(unchecked: shape, numbers.map { Double($0) })
  }

  /// Standard normal numbers, as `standard_normal(shape)`.
  public mutating func standardNormal(shape: [Int]) -> Tensor<Double> {
    filled(shape) { $0.standardNormal() }
  }

  /// A normal number, as `normal(mean, standardDeviation)`.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    requireAtLeastZero("normal", "standard deviation", standardDeviation)
    return mean + standardDeviation * standardNormal()
  }

  /// Normal numbers, as `normal(mean, standardDeviation, shape)`.
  public mutating func normal(
    mean: Double = 0, standardDeviation: Double = 1, shape: [Int]
  ) -> Tensor<Double> {
    requireAtLeastZero("normal", "standard deviation", standardDeviation)
    return filled(shape) { mean + standardDeviation * $0.standardNormal() }
  }

  /// Exponential numbers of mean 1, as `standard_exponential(shape)`.
  public mutating func standardExponential(shape: [Int]) -> Tensor<Double> {
    filled(shape) { $0.standardExponential() }
  }

  /// An exponential number of mean `scale`, as `exponential(scale)`.
  public mutating func exponential(scale: Double = 1) -> Double {
    requireAtLeastZero("exponential", "scale", scale)
    return scale * standardExponential()
  }

  /// Exponential numbers of mean `scale`, as `exponential(scale, shape)`.
  public mutating func exponential(scale: Double = 1, shape: [Int]) -> Tensor<Double> {
    requireAtLeastZero("exponential", "scale", scale)
    return filled(shape) { scale * $0.standardExponential() }
  }

  /// Ends the program where NumPy raises an error: its older generator turns a range round.
  private static func requireRange(_ low: Double, _ high: Double) {
    require(
      (high - low).isFinite, "uniform: the range from \(low) to \(high) is not finite")
    require(
      low <= high || Self.self is NumPyRandom.Type, "uniform: low (\(low)) exceeds high (\(high))")
  }

  private mutating func filled(
    _ shape: [Int], _ draw: (inout Self) -> Double
  ) -> Tensor<Double> {
    Tensor(unchecked: shape, (0..<elementCount(of: shape)).map { _ in draw(&self) })
  }
}

/// Ends the program unless a number is at least 0.
private func requireAtLeastZero(_ owner: String, _ name: String, _ value: Double) {
  require(value >= 0, "\(owner): the \(name) must be at least 0, not \(value)")
}
