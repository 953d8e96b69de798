extension Tensor {
  /// The parts along an axis at the given indices, in their order, as `take(indices, axis)`.
  ///
  /// An index may occur more than once; a negative one counts from the end.
  ///
  /// - Shapes: of `[N, …]` n indices along axis 0 give `[n, …]`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func taking(_ indices: [Int], axis: Int = 0) -> Tensor {
    let axis = axisIndex(axis, "taking")
    let length = shape[axis]
    let run = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    let places = indices.map { index -> Int in
      require(
        index >= -length && index < length,
        "taking: index \(index) is out of range for axis \(axis) of shape \(shape)")
      return index < 0 ? index + length : index
    }
    var result: [Scalar] = []
    result.reserveCapacity(outer * places.count * run)
    for block in 0..<outer {
      for place in places {
        let start = (block * length + place) * run
        result += scalars[start..<start + run]
      }
    }
    var target = shape
    target[axis] = indices.count
    return Tensor(unchecked: target, result)
  }

  /// An axis counted from 0; a negative one counts from the last.
  ///
  /// - Precondition: The tensor has the axis.
  func axisIndex(_ axis: Int, _ caller: String = "Tensor") -> Int {
    require(
      axis >= -rank && axis < rank,
      "\(caller): axis \(axis) does not exist in a tensor of shape \(shape)")
    return axis < 0 ? axis + rank : axis
  }
}
