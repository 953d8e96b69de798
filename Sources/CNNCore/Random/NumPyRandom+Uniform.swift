extension NumPyRandom {
  /// A number from [0, 1) with 53 random bits, as `random_sample()` and `rand()`.
  public mutating func randomSample() -> Double {
    let high = Double(nextWord() >> 5)
    let low = Double(nextWord() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// Numbers from [0, 1), as `random_sample(shape)`.
  public mutating func randomSample(shape: [Int]) -> Tensor<Double> {
    Tensor(unchecked: shape, (0..<elementCount(of: shape)).map { _ in randomSample() })
  }

  /// Numbers from [0, 1), as `rand(2, 3)`.
  public mutating func rand(_ shape: Int...) -> Tensor<Double> {
    randomSample(shape: shape)
  }

  /// A number from [low, high), as `uniform(low, high)`.
  ///
  ///     low + (high − low) · randomSample()
  public mutating func uniform(low: Double = 0, high: Double = 1) -> Double {
    low + (high - low) * randomSample()
  }

  /// Numbers from [low, high), as `uniform(low, high, shape)`.
  public mutating func uniform(
    low: Double = 0, high: Double = 1, shape: [Int]
  ) -> Tensor<Double> {
    let count = elementCount(of: shape)
    return Tensor(unchecked: shape, (0..<count).map { _ in uniform(low: low, high: high) })
  }
}
