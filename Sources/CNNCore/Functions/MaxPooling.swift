/// The largest number of each window of a matrix, and where it stood.
///
///     y[i, j] = max_{u,v} x[i·s + u, j·s + v]
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
  public func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      outputGradient.shape == output.shape,
      "maxPool: the gradient has shape \(outputGradient.shape), the output \(output.shape)")
    var result = Tensor<Scalar>(repeating: 0, shape: inputShape)
    for (position, gradient) in zip(positions, outputGradient.scalars) {
      result[position.row, position.column] += gradient
    }
    return result
  }
}

/// The largest number of each window of a matrix.
///
/// - Parameters:
///   - size: The height and width of the window.
///   - stride: How far the window moves, `size` if not given, so that windows touch but do not
///     overlap.
/// - Shapes: input `[H, W]`, output `[(H − size)/s + 1, (W − size)/s + 1]`, rounded down.
/// - Precondition: The window fits into the input.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func maxPool<Scalar: TensorScalar>(
  _ input: Tensor<Scalar>, size: Int, stride: Int? = nil
) -> MaxPooling<Scalar> {
  input.requireMatrix("maxPool")
  let window = Window2D(
    "maxPool", height: size, width: size, stride: stride ?? size, padding: 0)
  let (rows, columns) = (input.shape[0], input.shape[1])
  let outputSize = window.outputSize("maxPool", "window", rows: rows, columns: columns)
  var places: [Int] = []
  input.scalars.withUnsafeBufferPointer { plane in
    window.maxima(
      of: plane, from: 0, rows: rows, columns: columns, outputRows: outputSize.rows,
      outputColumns: outputSize.columns
    ) { places.append($0) }
  }
  return MaxPooling(
    output: Tensor(
      unchecked: [outputSize.rows, outputSize.columns], places.map { input.scalars[$0] }),
    positions: places.map { .init(row: $0 / columns, column: $0 % columns) },
    inputShape: input.shape)
}
