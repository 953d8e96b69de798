extension NumPyRandom {
  /// A standard normal number, as `randn()` and `standard_normal()`.
  ///
  /// Numbers come in pairs by Marsaglia's polar method; the second waits for the next call.
  /// Marsaglia and Bray, *A convenient method for generating normal variables* (1964),
  /// https://doi.org/10.1137/1006063.
  public mutating func standardNormal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    var (x, y, square) = (0.0, 0.0, 0.0)
    repeat {
      x = 2 * random() - 1
      y = 2 * random() - 1
      square = x * x + y * y
    } while square >= 1 || square == 0
    let factor = (-2 * Double.log(square) / square).squareRoot()
    spareNormal = factor * x
    return factor * y
  }

  /// A standard normal number, as `randn()`.
  public mutating func randn() -> Double { standardNormal() }

  /// Standard normal numbers, as `randn(2, 3)`.
  public mutating func randn(_ first: Int, _ rest: Int...) -> Tensor<Double> {
    standardNormal(shape: [first] + rest)
  }

  /// An exponential number of mean 1, as `standard_exponential()`: −ln(1 − u).
  public mutating func standardExponential() -> Double { -Double.log(1 - random()) }
}
