extension NormalizationMethod {
  /// The numbers of one map, normalised.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func normalized<Scalar: TensorScalar>(_ x: [Scalar]) -> [Scalar] {
    guard !x.isEmpty else { return x }
    switch self {
    case .standard:
      let (mean, deviation) = moments(x)
      return x.map { ($0 - mean) / (deviation + .ulpOfOne) }
    case .minMax:
      let (least, most) = extremes(x)
      return x.map { ($0 - x[least]) / (x[most] - x[least] + .ulpOfOne) }
    case .logarithmic(let offset):
      let logarithms = x.map { logarithm($0, Scalar(offset)) }
      let largest = logarithms[extremes(x).most]
      require(
        largest != 0 || logarithms.allSatisfy { $0 == 0 },
        "normalize: the logarithm of a map's largest number, \(x[extremes(x).most]), plus the "
          + "offset \(offset) is zero")
      return largest == 0 ? logarithms : logarithms.map { $0 / largest }
    }
  }

  /// The gradient for the numbers of one map.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func gradient<Scalar: TensorScalar>(_ x: [Scalar], _ g: [Scalar]) -> [Scalar] {
    guard !x.isEmpty else { return x }
    let y = normalized(x)
    switch self {
    case .standard:
      let deviation = moments(x).deviation
      let divisor = deviation + Scalar.ulpOfOne
      let mean = pairwiseSum(g) / Scalar(g.count)
      let products = pairwiseSum(zip(g, y).map { $0 * $1 }) / Scalar(g.count)
      let slope = deviation == 0 ? 0 : products * (divisor / deviation)
      return zip(g, y).map { (($0 - mean) - $1 * slope) / divisor }
    case .minMax:
      let (least, most) = extremes(x)
      let range = x[most] - x[least] + Scalar.ulpOfOne
      let products = pairwiseSum(zip(g, y).map { $0 * $1 })
      var result = g.map { $0 / range }
      result[least] += (products - pairwiseSum(g)) / range
      result[most] -= products / range
      return result
    case .logarithmic(let offset):
      let most = extremes(x).most
      let largest = logarithm(x[most], Scalar(offset))
      guard largest != 0 else { return x.map { _ in 0 } }
      var result = zip(g, x).map { $0 / (largest * ($1 + Scalar(offset))) }
      let products = pairwiseSum(zip(g, y).map { $0 * $1 })
      result[most] -= products / (largest * (x[most] + Scalar(offset)))
      return result
    }
  }
}

/// The mean and the deviation, that of the numbers themselves and not of a population that they are
/// a sample of.
private func moments<Scalar: TensorScalar>(_ x: [Scalar]) -> (mean: Scalar, deviation: Scalar) {
  let mean = pairwiseSum(x) / Scalar(x.count)
  let squares = pairwiseSum(x.map { ($0 - mean) * ($0 - mean) })
  return (mean, (squares / Scalar(x.count)).squareRoot())
}

/// The places of the first smallest and the first largest number.
private func extremes<Scalar: TensorScalar>(_ x: [Scalar]) -> (least: Int, most: Int) {
  var (least, most) = (0, 0)
  for (index, number) in x.enumerated() {
    if number < x[least] { least = index }
    if number > x[most] { most = index }
  }
  return (least, most)
}

private func logarithm<Scalar: TensorScalar>(_ x: Scalar, _ offset: Scalar) -> Scalar {
  require(
    x + offset > 0,
    "normalize: the logarithm needs positive numbers, got \(x) and the offset \(offset)")
  return offset == 1 ? Scalar.log1p(x) : Scalar.log(x + offset)
}
