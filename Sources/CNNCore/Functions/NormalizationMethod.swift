/// A way to bring each feature map to a common range.
public enum NormalizationMethod: Hashable, Sendable {
  /// Zero mean and unit deviation.
  ///
  ///     y = (x − μ) / (σ + ε),   μ = mean of the map,   σ² = mean of (x − μ)²
  case standard

  /// The smallest number becomes 0, the largest 1.
  ///
  ///     y = (x − min) / (max − min + ε)
  case minMax

  /// Logarithms, the largest number's being 1. The base does not matter.
  ///
  ///     y = ln(x + offset) / ln(max + offset)
  ///
  /// Without an offset it is for numbers above 1 only: below, it turns their order round. An offset
  /// of 1 makes it work for all that are not negative.
  case logarithmic(offset: Double = 0)
}

/// Normalises each feature map: each matrix of the last two axes by itself.
///
///     let normed = normalize(maps, by: .standard)
///
/// A map of equal numbers becomes zeros (by `.standard` and `.minMax`); for that, ε = 2⁻⁵² (in
/// `Float` 2⁻²³) is added to what is divided by.
///
/// - Shapes: input `[…, H, W]`, the output has the same shape.
/// - Precondition: By logarithms, all numbers plus the offset are positive.
public func normalize<Scalar: TensorScalar>(
  _ maps: Tensor<Scalar>, by method: NormalizationMethod
) -> Tensor<Scalar> {
  requireMaps("normalize", maps)
  return maps.mappedMaps("normalize") { method.normalized($0) }
}

/// The gradient of a loss for the input of `normalize`, from that for its output.
///
/// By `.standard`, with y the output and n the number of elements of a map,
///
///     dL/dx = (g − Σg/n − y · (σ + ε)/σ · Σ(g · y)/n) / (σ + ε)
///
/// where the last term is zero for a map of equal numbers. By `.minMax` and `.logarithmic`, what the
/// smallest and the largest number change in all others goes to the first of them.
///
/// - Precondition: The gradient has the shape of the maps.
public func normalizationGradient<Scalar: TensorScalar>(
  _ maps: Tensor<Scalar>, outputGradient: Tensor<Scalar>, by method: NormalizationMethod
) -> Tensor<Scalar> {
  requireMaps("normalizationGradient", maps)
  require(
    outputGradient.shape == maps.shape,
    "normalizationGradient: the gradient has shape \(outputGradient.shape), the maps "
      + "\(maps.shape)")
  return maps.mappedMaps("normalizationGradient", with: outputGradient) {
    method.gradient($0, $1)
  }
}

private func requireMaps<Scalar: TensorScalar>(_ owner: String, _ maps: Tensor<Scalar>) {
  require(
    maps.rank >= 2,
    "\(owner): expected feature maps […, H, W], got a tensor of shape \(maps.shape)")
}

extension Tensor {
  /// Replaces each matrix of the last two axes.
  fileprivate func mappedMaps(
    _ owner: String, _ transform: ([Scalar]) -> [Scalar]
  ) -> Tensor {
    reshaped(mapRows).mappedLines(owner, axis: 1, transform).reshaped(shape)
  }

  /// Replaces each matrix of the last two axes together with that of a second tensor.
  fileprivate func mappedMaps(
    _ owner: String, with other: Tensor, _ transform: ([Scalar], [Scalar]) -> [Scalar]
  ) -> Tensor {
    let rows = reshaped(mapRows)
    return rows.mappedLines(owner, with: other, axis: 1, transform).reshaped(shape)
  }

  private var mapRows: [Int] {
    [shape.dropLast(2).reduce(1, *), shape[rank - 2] * shape[rank - 1]]
  }
}
