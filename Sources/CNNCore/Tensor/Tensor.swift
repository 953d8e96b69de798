/// An array of numbers with any number of axes, stored in row-major (C) order.
///
/// A tensor of rank 0 is a single number, of rank 1 a vector, of rank 2 a matrix. Batches of images
/// have the axes NCHW: sample, channel, row, column.
public struct Tensor<Scalar: TensorScalar>: Hashable, Sendable {
  /// The length of each axis, outermost first; empty for a single number.
  public let shape: [Int]
  /// The elements in row-major order.
  public internal(set) var scalars: [Scalar]

  /// A tensor of the given shape and elements in row-major order.
  ///
  /// - Precondition: There are as many elements as the shape holds.
  public init(shape: [Int], scalars: [Scalar]) {
    let count = elementCount(of: shape)
    require(
      scalars.count == count,
      "Tensor: shape \(shape) holds \(count) elements, but \(scalars.count) were given")
    self.shape = shape
    self.scalars = scalars
  }

  /// A tensor whose number of elements is known to fit its shape.
  init(unchecked shape: [Int], _ scalars: [Scalar]) {
    self.shape = shape
    self.scalars = scalars
  }
}

// MARK: - Extents

extension Tensor {
  /// The number of axes.
  public var rank: Int { shape.count }

  /// The number of elements.
  public var count: Int { scalars.count }

  /// The number of rows of a matrix.
  public var rows: Int {
    requireMatrix("rows")
    return shape[0]
  }

  /// The number of columns of a matrix.
  public var columns: Int {
    requireMatrix("columns")
    return shape[1]
  }

  /// The only element of a tensor that has just one.
  public var item: Scalar {
    require(count == 1, "item: a tensor of shape \(shape) has \(count) elements, not one")
    return scalars[0]
  }

  /// Ends the program with the caller's name unless the tensor is a matrix.
  func requireMatrix(_ caller: @autoclosure () -> String) {
    require(rank == 2, "\(caller()): expected a matrix, got a tensor of shape \(shape)")
  }
}

/// The number of elements that a shape holds.
///
/// - Precondition: No axis is negative.
func elementCount(of shape: [Int]) -> Int {
  var count = 1
  for length in shape {
    require(length >= 0, "Tensor: shape \(shape) has an axis of negative length")
    let (product, overflow) = count.multipliedReportingOverflow(by: length)
    require(!overflow, "Tensor: shape \(shape) holds more elements than can be counted")
    count = product
  }
  return count
}
