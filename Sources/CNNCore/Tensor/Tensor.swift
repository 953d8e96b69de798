/// An array of numbers with any number of axes, stored in row-major (C) order.
public struct Tensor<Scalar: TensorScalar>: Hashable, Sendable {
  /// The length of each axis, outermost first; empty for a single number.
  public let shape: [Int]
  /// The elements in row-major order.
  public internal(set) var scalars: [Scalar]

  /// A tensor of the given shape and elements in row-major order.
  public init(shape: [Int], scalars: [Scalar]) {
    precondition(scalars.count == shape.reduce(1, *))
    self.shape = shape
    self.scalars = scalars
  }
}
