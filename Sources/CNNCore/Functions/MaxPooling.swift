/// The largest number of each window of a matrix, and where it stood.
///
///     y[i, j] = max_{u,v} x[i·s + u − p, j·s + v − p]
///
/// Of equal numbers the first in row-major order counts, as in NumPy's `argmax`.
///
///     let pooled = maxPool(a1, size: 2)
///     let a2 = pooled.output
///     let dL_da1 = pooled.backward(dL_da2)
public struct MaxPooling<Scalar: TensorScalar>: Hashable, Sendable {
  /// A place in a matrix, counted from 0.
  public struct Position: Hashable, Sendable {
    /// The row.
    public var row: Int
    /// The column.
    public var column: Int

    /// The place in the given row and column.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The largest numbers, `[OH, OW]`.
  public let output: Tensor<Scalar>
  /// The place in the input of each largest number, in row-major order of the output.
  public let positions: [Position]
  /// The shape of the input, `[H, W]`.
  public let inputShape: [Int]

  /// The places as a matrix with a row and a column number in each row, `[OH · OW, 2]`.
  public var positionMatrix: Tensor<Scalar> {
    Tensor(
      shape: [positions.count, 2],
      scalars: positions.flatMap { [Scalar($0.row), Scalar($0.column)] })
  }

  /// The gradient for the input from the gradient for the output: each number goes back to where
  /// the maximum stood. Where windows overlap, they add up; all other places get 0.
  ///
  /// - Shapes: output gradient `[OH, OW]`, result `[H, W]`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      outputGradient.shape == output.shape,
      "maxPool: the gradient has shape \(outputGradient.shape), the output \(output.shape)")
    var result = Tensor<Scalar>(repeating: 0, shape: inputShape)
    for (index, position) in positions.enumerated() {
      result.scalars[position.row * inputShape[1] + position.column] +=
        outputGradient.scalars[index]
    }
    return result
  }
}

extension MaxPooling.Position: CustomStringConvertible {
  /// The row and the column: `(1, 3)`.
  public var description: String { "(\(row), \(column))" }
}

extension MaxPooling: CustomStringConvertible {
  /// The row in the input of each largest number, `[OH, OW]`.
  package var positionRows: Tensor<Scalar> {
    Tensor(unchecked: output.shape, positions.map { Scalar($0.row) })
  }

  /// The column in the input of each largest number, `[OH, OW]`.
  package var positionColumns: Tensor<Scalar> {
    Tensor(unchecked: output.shape, positions.map { Scalar($0.column) })
  }

  /// The output, and in which row and column of the input each of its numbers stood.
  public var description: String {
    "output:\n\(output)\nrow:\n\(positionRows)\ncolumn:\n\(positionColumns)"
  }
}

/// The largest number of each window of a matrix.
///
/// - Parameters:
///   - size: The height and width of the window, one number or `[rows, columns]`.
///   - stride: How far the window moves, `size` if not given, so that windows touch but do not
///     overlap.
///   - padding: How far windows reach beyond the matrix; what lies there is no candidate.
///   - ceilMode: Whether the number of windows is rounded up, so that the last ones may reach
///     beyond the matrix.
/// - Shapes: input `[H, W]`, output `[(H + 2p − size)/s + 1, (W + 2p − size)/s + 1]`, rounded down.
/// - Precondition: The window fits into the padded input, and the padding is smaller than it.
public func maxPool<Scalar: TensorScalar, Stride: Size2DConvertible>(
  _ input: Tensor<Scalar>, size: some Size2DConvertible, stride: Stride? = nil as Int?,
  padding: some Padding2DConvertible = 0, ceilMode: Bool = false
) -> MaxPooling<Scalar> {
  pooled(input, size.size2D, stride?.size2D ?? size.size2D, padding.padding2D, ceilMode)
}

@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
private func pooled<Scalar: TensorScalar>(
  _ input: Tensor<Scalar>, _ size: Size2D, _ stride: Size2D, _ padding: Padding2D,
  _ ceilMode: Bool
) -> MaxPooling<Scalar> {
  input.requireMatrix("maxPool")
  let columns = input.shape[1]
  let window = Window2D(
    pooling: "maxPool", size: size, stride: stride, padding: padding,
    ceilMode: ceilMode, rows: input.shape[0], columns: columns)
  let (values, places) = window.maxima(of: input.scalars, planes: 1)
  return MaxPooling(
    output: Tensor(unchecked: [window.outputRows, window.outputColumns], values),
    positions: places.map { .init(row: Int($0) / columns, column: Int($0) % columns) },
    inputShape: input.shape)
}
