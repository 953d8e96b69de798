/// An array of numbers with any number of axes, stored in row-major (C) order.
///
///     let x: Tensor<Double> = [[1, 2], [3, 4]]
///     x[1, 0]                                    // 3
///
/// A tensor without axes holds one number, one with two axes is a matrix; images in batches have the
/// axes `[N, C, H, W]`: image, channel, row, column.
public struct Tensor<Scalar: TensorScalar>: Hashable, Sendable {
  /// The length of each axis, outermost first; empty for a single number.
  public let shape: [Int]
  /// The elements in row-major order.
  public internal(set) var scalars: [Scalar]

  /// A tensor of the given shape and elements in row-major order.
  ///
  /// - Precondition: There are as many elements as the shape has places.
  public init(shape: [Int], scalars: [Scalar]) {
    require(
      shape.allSatisfy { $0 >= 0 }, "Tensor: the shape \(shape.shapeText) has a negative length")
    require(
      scalars.count == shape.reduce(1, *),
      "Tensor: the shape \(shape.shapeText) has \(shape.reduce(1, *)) places, "
        + "and \(scalars.count) numbers were given")
    self.shape = shape
    self.scalars = scalars
  }

  /// A tensor with the same number in every place.
  public init(repeating value: Scalar, shape: [Int]) {
    self.init(shape: shape, scalars: Array(repeating: value, count: shape.reduce(1, *)))
  }

  /// A tensor of zeros.
  public static func zeros(_ shape: [Int]) -> Tensor {
    Tensor(repeating: 0, shape: shape)
  }

  /// A tensor of ones.
  public static func ones(_ shape: [Int]) -> Tensor {
    Tensor(repeating: 1, shape: shape)
  }

  /// A matrix from its rows, all of the same length.
  public init(_ rows: [[Scalar]]) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() {
      require(
        row.count == width,
        "Tensor: row \(index) has \(row.count) numbers, and the first has \(width)")
    }
    self.init(shape: [rows.count, width], scalars: rows.flatMap { $0 })
  }

  /// A vector, a tensor with one axis.
  public init(_ elements: [Scalar]) {
    self.init(shape: [elements.count], scalars: elements)
  }

  /// The same numbers in another type, rounded where it holds fewer digits.
  public init<Other: TensorScalar>(_ other: Tensor<Other>) {
    self.init(shape: other.shape, scalars: other.scalars.map { Scalar($0) })
  }
}

// MARK: - Shape

extension Tensor {
  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements.
  public var count: Int { scalars.count }

  /// The number of rows of a matrix.
  public var rows: Int {
    require(rank == 2, "rows: a matrix was expected, and the shape is \(shape.shapeText)")
    return shape[0]
  }

  /// The number of columns of a matrix.
  public var columns: Int {
    require(rank == 2, "columns: a matrix was expected, and the shape is \(shape.shapeText)")
    return shape[1]
  }

  /// The number in a tensor that holds just one.
  public var scalar: Scalar {
    require(count == 1, "scalar: one number was expected, and the shape is \(shape.shapeText)")
    return scalars[0]
  }

  /// The same elements in the same order with another shape.
  public func reshaped(_ shape: [Int]) -> Tensor {
    require(
      shape.reduce(1, *) == count,
      "reshaped: \(self.shape.shapeText) has \(count) elements, and \(shape.shapeText) "
        + "has \(shape.reduce(1, *)) places")
    return Tensor(shape: shape, scalars: scalars)
  }

  /// The elements as a column, shape `[count, 1]`.
  public func flattenedToColumn() -> Tensor { reshaped([count, 1]) }

  /// The elements as a vector, shape `[count]`.
  public func flattened() -> Tensor { reshaped([count]) }

  /// A matrix with rows and columns exchanged.
  public func transposed() -> Tensor {
    require(rank == 2, "transposed: a matrix was expected, and the shape is \(shape.shapeText)")
    var result = Tensor.zeros([columns, rows])
    for row in 0..<rows {
      for column in 0..<columns {
        result.scalars[column * rows + row] = scalars[row * columns + column]
      }
    }
    return result
  }

  /// A matrix turned by 180°: rows and columns in reverse order.
  public func rotated180() -> Tensor {
    require(rank == 2, "rotated180: a matrix was expected, and the shape is \(shape.shapeText)")
    return Tensor(shape: shape, scalars: scalars.reversed())
  }
}
