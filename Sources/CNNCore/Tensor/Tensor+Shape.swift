extension Tensor {
  /// The same elements in another shape; one length may be −1 and follows from the others.
  public func reshaped(_ shape: Int...) -> Tensor { reshaped(shape) }

  /// The same elements in another shape; one length may be −1 and follows from the others.
  public func reshaped(_ shape: [Int]) -> Tensor {
    var target = shape
    if let open = shape.firstIndex(of: -1) {
      target[open] = 1
      let known = elementCount(of: target)
      target[open] = known == 0 ? 0 : count / known
    }
    require(
      elementCount(of: target) == count,
      "reshaped: \(count) elements of shape \(self.shape) do not fit shape \(shape)")
    return Tensor(unchecked: target, scalars)
  }

  /// The elements as a vector, in row-major order.
  public func flattened() -> Tensor { Tensor(unchecked: [count], scalars) }

  /// The elements as a matrix of one column, in row-major order.
  public func asColumn() -> Tensor { Tensor(unchecked: [count, 1], scalars) }

  /// The elements as a matrix of one row, in row-major order.
  public func asRow() -> Tensor { Tensor(unchecked: [1, count], scalars) }

  /// The tensor with its axes in reverse order: for a matrix, rows and columns exchanged.
  ///
  ///     y[j, i] = x[i, j]
  public func transposed() -> Tensor {
    // A row and a column have their elements in the same order.
    if rank == 2 && (shape[0] == 1 || shape[1] == 1) {
      return Tensor(unchecked: [shape[1], shape[0]], scalars)
    }
    return transposed(axes: (0..<rank).reversed())
  }

  /// The tensor with its axes in the given order: axis `k` of the result is axis `axes[k]` of this.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func transposed(axes: [Int]) -> Tensor {
    require(
      axes.count == rank && (0..<rank).allSatisfy(axes.contains),
      "transposed: \(axes) is no order of the axes of shape \(shape)")
    let strides = strides
    let target = axes.map { shape[$0] }
    let order = axes.map { strides[$0] }
    return Tensor(unchecked: target, gathered(scalars, shape: target, strides: order))
  }

  /// A matrix turned by 180°: both axes reversed, as the kernel of a true convolution.
  ///
  ///     y[i, j] = x[H − 1 − i, W − 1 − j]
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func flipped() -> Tensor {
    requireMatrix("flipped")
    return Tensor(unchecked: shape, scalars.reversed())
  }

  /// How far apart in `scalars` neighbours along each axis are.
  var strides: [Int] {
    [Int](count: rank) { strides in
      var step = 1
      for axis in shape.indices.reversed() {
        strides.initializeElement(at: axis, to: step)
        step *= shape[axis]
      }
    }
  }
}
