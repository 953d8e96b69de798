/// How a kernel meets an image.
public enum FilterOperation: Hashable, Sendable {
  /// The kernel is turned by 180°, as in mathematics and in SciPy's `convolve2d`.
  ///
  ///     y[i, j] = Σ_{u,v} k[u, v] · x[i − u, j − v]
  case convolution
  /// The kernel lies as it is, as in neural networks and in SciPy's `correlate2d`.
  ///
  ///     y[i, j] = Σ_{u,v} k[u, v] · x[i + u, j + v]
  case crossCorrelation
}

/// An image filtered with a kernel; zeros surround the image.
///
///     let edges = filter(image, with: sobelKernel(.rows))
///
/// - Parameters:
///   - padding: `.same` for an image of the same size (the default), `.valid` for the windows that lie
///     on the image as a whole, `.full` for all that meet it.
///   - operation: Whether the kernel is turned by 180° (the default) or not.
///   - algorithm: How it is computed, each sum by itself if not given.
/// - Shapes: image `[H, W]`, or several as `[…, H, W]`, which are filtered one by one; kernel
///   `[KH, KW]`. The image keeps its axes; with `.valid` it ends as `[H − KH + 1, W − KW + 1]`, with
///   `.full` as `[H + KH − 1, W + KW − 1]`.
/// - Note: With `.same`, a kernel of an even side has its centre after the middle in a convolution,
///   as in SciPy, and before the middle in a cross-correlation, as in TensorFlow.
/// - Precondition: The kernel fits into the padded image.
public func filter<Scalar: TensorScalar>(
  _ image: Tensor<Scalar>, with kernel: Tensor<Scalar>,
  padding: some Padding2DConvertible = Padding2D.same,
  as operation: FilterOperation = .convolution, algorithm: ConvolutionAlgorithm = .direct
) -> Tensor<Scalar> {
  require(
    image.rank >= 2, "filter: expected an image [H, W], got a tensor of shape \(image.shape)")
  kernel.requireMatrix("filter")
  let leading = Array(image.shape.dropLast(2))
  let extents = ConvolutionExtents(
    "filter", input: [leading.reduce(1, *), 1] + image.shape.suffix(2),
    weight: [1, 1] + kernel.shape, stride: 1,
    padding: padding.padding2D.sides(for: image, kernel, operation), dilation: 1)
  let weight = operation == .convolution ? kernel.flipped() : kernel
  return Tensor(
    unchecked: leading + extents.outputShape.suffix(2),
    extents.output(by: algorithm, input: image.scalars, weight: weight.scalars, bias: [0]))
}

/// An image filtered with a kernel that is the product of a column and a row, in two passes: first
/// down the columns, then along the rows.
///
///     k[u, v] = column[u] · row[v]
///
/// For a kernel of 15×15 that takes 30 products an element instead of 225. The result is that of the
/// whole kernel but for rounding.
///
/// - Parameters: As for a whole kernel.
/// - Shapes: image `[…, H, W]`, column `[KH]`, row `[KW]`.
public func filter<Scalar: TensorScalar>(
  _ image: Tensor<Scalar>, column: Tensor<Scalar>, row: Tensor<Scalar>,
  padding: some Padding2DConvertible = Padding2D.same,
  as operation: FilterOperation = .convolution
) -> Tensor<Scalar> {
  require(
    column.rank == 1 && row.rank == 1,
    "filter: expected a column and a row as vectors, got shapes \(column.shape) and \(row.shape)")
  let sides = padding.padding2D
  let filtered = filter(image, with: column.asColumn(), padding: sides.rowsOnly, as: operation)
  return filter(filtered, with: row.asRow(), padding: sides.columnsOnly, as: operation)
}

extension Padding2D {
  /// The padding, with that of `.same` turned together with the kernel.
  fileprivate func sides<Scalar: TensorScalar>(
    for image: Tensor<Scalar>, _ kernel: Tensor<Scalar>, _ operation: FilterOperation
  ) -> Padding2D {
    guard kind == .same, operation == .convolution else { return self }
    let (rows, columns) = (kernel.shape[0] - 1, kernel.shape[1] - 1)
    return .sides(
      top: rows - rows / 2, bottom: rows / 2, left: columns - columns / 2, right: columns / 2)
  }

  /// The padding above and below.
  fileprivate var rowsOnly: Padding2D {
    guard case .sides(let top, let bottom, _, _) = kind else { return self }
    return .sides(top: top, bottom: bottom, left: 0, right: 0)
  }

  /// The padding left and right.
  fileprivate var columnsOnly: Padding2D {
    guard case .sides(_, _, let left, let right) = kind else { return self }
    return .sides(top: 0, bottom: 0, left: left, right: right)
  }
}
