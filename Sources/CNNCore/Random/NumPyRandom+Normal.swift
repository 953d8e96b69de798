extension NumPyRandom {
  /// A standard normal number, as `randn()`.
  ///
  /// Numbers come in pairs by Marsaglia's polar method; the second waits for the next call.
  /// Marsaglia and Bray, *A convenient method for generating normal variables* (1964),
  /// https://doi.org/10.1137/1006063.
  public mutating func randn() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    var (x, y, square) = (0.0, 0.0, 0.0)
    repeat {
      x = 2 * randomSample() - 1
      y = 2 * randomSample() - 1
      square = x * x + y * y
    } while square >= 1 || square == 0
    let factor = (-2 * Double.log(square) / square).squareRoot()
    spareNormal = factor * x
    return factor * y
  }

  /// Standard normal numbers, as `randn(2, 3)`.
  public mutating func randn(_ first: Int, _ rest: Int...) -> Tensor<Double> {
    normal(shape: [first] + rest)
  }

  /// A normal number, as `normal(mean, standardDeviation)`.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    require(
      standardDeviation >= 0, "normal: the standard deviation is negative: \(standardDeviation)")
    return mean + standardDeviation * randn()
  }

  /// Normal numbers, as `normal(mean, standardDeviation, shape)`.
  public mutating func normal(
    mean: Double = 0, standardDeviation: Double = 1, shape: [Int]
  ) -> Tensor<Double> {
    let count = elementCount(of: shape)
    let numbers = (0..<count).map { _ in
      normal(mean: mean, standardDeviation: standardDeviation)
    }
    return Tensor(unchecked: shape, numbers)
  }
}
