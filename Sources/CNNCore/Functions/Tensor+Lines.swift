extension Tensor {
  /// Replaces the numbers along each line of an axis, or all numbers if the axis is nil.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func mappedLines(
    _ owner: String, axis: Int?, _ transform: ([Scalar]) -> [Scalar]
  ) -> Tensor {
    var result = scalars
    forEachLine(owner, axis: axis) { line in
      for (place, number) in zip(line, transform(line.map { scalars[$0] })) {
        result[place] = number
      }
    }
    return Tensor(unchecked: shape, result)
  }

  /// Replaces the numbers along each line of an axis, together with those of a second tensor of the
  /// same shape.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func mappedLines(
    _ owner: String, with other: Tensor, axis: Int?,
    _ transform: ([Scalar], [Scalar]) -> [Scalar]
  ) -> Tensor {
    var result = scalars
    forEachLine(owner, axis: axis) { line in
      let numbers = transform(line.map { scalars[$0] }, line.map { other.scalars[$0] })
      for (place, number) in zip(line, numbers) { result[place] = number }
    }
    return Tensor(unchecked: shape, result)
  }

  /// Visits the places of the elements of each line along an axis, or those of all elements.
  private func forEachLine(
    _ owner: String, axis: Int?, _ visit: (StrideTo<Int>) -> Void
  ) {
    guard let axis else { return visit(stride(from: 0, to: count, by: 1)) }
    require(
      axis >= -rank && axis < rank,
      "\(owner): axis \(axis) does not exist in a tensor of shape \(shape)")
    let place = axis < 0 ? axis + rank : axis
    let inner = shape[(place + 1)...].reduce(1, *)
    let outer = shape[..<place].reduce(1, *)
    let length = shape[place]
    for block in 0..<outer {
      for position in 0..<inner {
        let start = block * length * inner + position
        visit(stride(from: start, to: start + length * inner, by: inner))
      }
    }
  }
}

/// The sum of numbers by the fixed rule of `pairwiseSum`.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
func pairwiseSum<Scalar: TensorScalar>(_ numbers: [Scalar]) -> Scalar {
  numbers.withUnsafeBufferPointer { pairwiseSum($0, count: $0.count) }
}
