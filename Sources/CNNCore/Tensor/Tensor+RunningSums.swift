extension Tensor {
  /// The running sums of all elements in row-major order, as NumPy's `cumsum`.
  ///
  ///     y[i] = y[i − 1] + x[i]
  ///
  /// - Shapes: any gives a vector of all elements.
  public func cumsum() -> Tensor { reshaped([count]).cumsum(axis: 0) }

  /// The running sums along an axis, one number after the other; a negative axis counts from the last.
  ///
  /// - Shapes: the tensor's own.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func cumsum(axis: Int) -> Tensor {
    let axis = axisIndex(axis, "cumsum")
    let inner = shape[(axis + 1)...].reduce(1, *)
    let block = shape[axis] * inner
    var sums = scalars
    for place in sums.indices where place % block >= inner { sums[place] += sums[place - inner] }
    return Tensor(unchecked: shape, sums)
  }
}
