/// The kernel of a Gaussian blur, whose numbers add up to 1.
///
///     k[u, v] = g[u] · g[v],   g = `gaussianFactor(sigma: sigma, side: side)`
///
/// - Parameters:
///   - sigma: The standard deviation, in pixels.
///   - side: The odd number of rows and columns; 2 · ⌈4σ⌉ + 1 if not given.
/// - Shapes: `[side, side]`.
/// - Precondition: σ is positive and the side odd.
public func gaussianKernel<Scalar: TensorScalar>(
  sigma: Scalar, side: Int? = nil
) -> Tensor<Scalar> {
  let factor = gaussianFactor(sigma: sigma, side: side)
  return factor.asColumn() * factor.asRow()
}

/// The column, and the row, of which `gaussianKernel` is the product.
///
///     g[u] = e^(−(u − m)² / 2σ²) / Σ,   m the middle
///
/// - Shapes: `[side]`.
public func gaussianFactor<Scalar: TensorScalar>(
  sigma: Scalar, side: Int? = nil
) -> Tensor<Scalar> {
  require(
    sigma > 0 && sigma.isFinite, "gaussianKernel: the deviation must be positive, not \(sigma)")
  let side = side ?? 2 * Int((4 * sigma).rounded(.up)) + 1
  require(
    side > 0 && side % 2 == 1,
    "gaussianKernel: the side must be odd, so that there is a middle, "
      + "not \(side)")
  let weights = Tensor(
    unchecked: [side],
    (0..<side).map { place in
      let distance = Scalar(place - side / 2)
      return Scalar.exp(-(distance * distance) / (2 * sigma * sigma))
    })
  return weights / weights.sum()
}

/// The kernel of a mean over a square: the simplest low-pass filter.
///
///     k[u, v] = 1 / side²
///
/// - Shapes: `[side, side]`.
public func boxKernel(side: Int) -> Tensor<Double> {
  require(side > 0, "boxKernel: the side must be at least 1, not \(side)")
  return Tensor(repeating: 1 / Double(side * side), shape: [side, side])
}

/// The direction along which a Sobel kernel looks for changes.
public enum SobelDirection: Hashable, Sendable {
  /// From row to row: horizontal edges.
  case rows
  /// From column to column: vertical edges.
  case columns
}

/// The Sobel kernel: the change along one axis, smoothed along the other.
///
///     rows:  1  2  1      columns:  1  0 -1
///            0  0  0                2  0 -2
///           -1 -2 -1                1  0 -1
///
/// As a convolution it is positive where the image gets brighter downwards, or to the right.
public func sobelKernel(_ direction: SobelDirection) -> Tensor<Double> {
  let kernel = Tensor([[1, 2, 1], [0, 0, 0], [-1, -2, -1]])
  return direction == .rows ? kernel : kernel.transposed()
}

/// The Laplace kernel: how much an element differs from its four neighbours' mean, times four.
///
///     0  1  0
///     1 -4  1
///     0  1  0
public func laplaceKernel() -> Tensor<Double> { Tensor([[0, 1, 0], [1, -4, 1], [0, 1, 0]]) }
