/// The mean of each window of a matrix.
///
///     y[i, j] = 1/n · Σ_{u,v} x[i·s + u − p, j·s + v − p]
///
///     let pooled = averagePool(a1, size: 2)
///     let a2 = pooled.output
///     let dL_da1 = pooled.backward(dL_da2)
public struct AveragePooling<Scalar: TensorScalar>: Hashable, Sendable {
  /// The means, `[OH, OW]`.
  public let output: Tensor<Scalar>
  /// The shape of the input, `[H, W]`.
  public let inputShape: [Int]
  fileprivate let window: Window2D
  fileprivate let countsPadding: Bool

  /// The gradient for the input from the gradient for the output: each window's gradient goes in
  /// equal parts to all of its elements. Where windows overlap, they add up.
  ///
  /// - Shapes: output gradient `[OH, OW]`, result `[H, W]`.
  public func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      outputGradient.shape == output.shape,
      "averagePool: the gradient has shape \(outputGradient.shape), the output \(output.shape)")
    return Tensor(
      unchecked: inputShape,
      window.meanGradient(outputGradient.scalars, planes: 1, countsPadding: countsPadding))
  }
}

extension AveragePooling: CustomStringConvertible {
  /// The output.
  public var description: String { output.description }
}

/// The mean of each window of a matrix.
///
/// - Parameters:
///   - size: The height and width of the window, one number or `[rows, columns]`.
///   - stride: How far the window moves, `size` if not given, so that windows touch but do not
///     overlap.
///   - padding: The zeros around the matrix.
///   - ceilMode: Whether the number of windows is rounded up, so that the last ones may reach
///     beyond the matrix.
///   - countsPadding: Whether the zeros of the padding count as elements of a mean, as in PyTorch.
/// - Shapes: input `[H, W]`, output `[(H + 2p − size)/s + 1, (W + 2p − size)/s + 1]`, rounded down.
/// - Precondition: The window fits into the padded input, and the padding is smaller than it.
public func averagePool<Scalar: TensorScalar, Stride: Size2DConvertible>(
  _ input: Tensor<Scalar>, size: some Size2DConvertible, stride: Stride? = nil as Int?,
  padding: some Padding2DConvertible = 0, ceilMode: Bool = false, countsPadding: Bool = true
) -> AveragePooling<Scalar> {
  input.requireMatrix("averagePool")
  let size = size.size2D
  let window = Window2D(
    pooling: "averagePool", size: size, stride: stride?.size2D ?? size,
    padding: padding.padding2D, ceilMode: ceilMode, rows: input.shape[0],
    columns: input.shape[1])
  return AveragePooling(
    output: Tensor(
      unchecked: [window.outputRows, window.outputColumns],
      window.means(of: input.scalars, planes: 1, countsPadding: countsPadding)),
    inputShape: input.shape, window: window, countsPadding: countsPadding)
}
