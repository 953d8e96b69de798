extension NumPyRandom {
  /// A number from [0, 1) with 53 random bits, as `random_sample()` and `rand()`.
  public mutating func random() -> Double {
    let high = Double(nextWord() >> 5)
    let low = Double(nextWord() >> 6)
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }

  /// A number from [0, 1), as `random_sample()`.
  public mutating func randomSample() -> Double { random() }

  /// Numbers from [0, 1), as `random_sample(shape)`.
  public mutating func randomSample(shape: [Int]) -> Tensor<Double> { random(shape: shape) }

  /// Numbers from [0, 1), as `rand(2, 3)`.
  public mutating func rand(_ shape: Int...) -> Tensor<Double> { random(shape: shape) }
}
