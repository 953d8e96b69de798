extension Tensor {
  /// Tensors laid one after another along an axis that they have, as NumPy's `concatenate`.
  ///
  /// - Shapes: `[2, 3]` and `[4, 3]` along axis 0 give `[6, 3]`; all other axes must agree.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public init(concatenating tensors: [Tensor], axis: Int = 0) {
    guard let first = tensors.first else {
      fail("concatenating: there is no tensor to concatenate")
    }
    let axis = first.axisIndex(axis, "concatenating")
    for (position, tensor) in tensors.enumerated() {
      var expected = first.shape
      if tensor.rank == first.rank { expected[axis] = tensor.shape[axis] }
      require(
        tensor.shape == expected,
        "concatenating: tensor \(position) has shape \(tensor.shape), the first has "
          + "\(first.shape): they differ in another axis than \(axis)")
    }
    let outer = first.shape[..<axis].reduce(1, *)
    let runs = tensors.map { $0.shape[axis...].reduce(1, *) }
    var result: [Scalar] = []
    result.reserveCapacity(outer * runs.reduce(0, +))
    for block in 0..<outer {
      for (tensor, run) in zip(tensors, runs) {
        result += tensor.scalars[block * run..<(block + 1) * run]
      }
    }
    var shape = first.shape
    shape[axis] = tensors.reduce(0) { $0 + $1.shape[axis] }
    self.init(unchecked: shape, result)
  }

  /// Tensors of equal shape, laid one after another along a new axis, as NumPy's `stack`.
  ///
  /// - Shapes: n tensors of `[2, 3]` along axis 1 give `[2, n, 3]`.
  public init(stacking tensors: [Tensor], axis: Int) {
    guard let first = tensors.first else { fail("stacking: there is no tensor to stack") }
    require(
      axis >= -first.rank - 1 && axis <= first.rank,
      "stacking: axis \(axis) does not exist in a stack of shapes \(first.shape)")
    let place = axis < 0 ? axis + first.rank + 1 : axis
    let stack = Tensor(stacking: tensors)
    self = stack.transposed(axes: Array(1..<place + 1) + [0] + Array(place + 1..<stack.rank))
  }

  /// The tensor cut into equal parts along an axis, as NumPy's `split`.
  ///
  /// - Precondition: The axis can be divided so.
  public func split(into count: Int, axis: Int = 0) -> [Tensor] {
    let length = shape[axisIndex(axis, "split")]
    require(
      count > 0 && length % count == 0,
      "split: \(length) along axis \(axis) of shape \(shape) cannot be cut into \(count) equal parts"
    )
    return split(lengths: [Int](repeating: length / count, count: count), axis: axis)
  }

  /// The tensor cut into parts of the given lengths along an axis.
  ///
  /// - Precondition: The lengths sum to that of the axis.
  public func split(lengths: [Int], axis: Int = 0) -> [Tensor] {
    let axis = axisIndex(axis, "split")
    require(
      lengths.allSatisfy { $0 >= 0 } && lengths.reduce(0, +) == shape[axis],
      "split: lengths \(lengths) do not sum to the \(shape[axis]) along axis \(axis) of shape "
        + "\(shape)")
    var start = 0
    return lengths.map { length in
      defer { start += length }
      return sliced(axis: axis, from: start, to: start + length)
    }
  }
}
