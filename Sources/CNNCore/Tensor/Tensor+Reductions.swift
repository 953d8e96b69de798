extension Tensor {
  /// The sum of all elements, taken pairwise.
  ///
  /// Runs of up to eight elements are added from left to right; longer ones are halved (the first
  /// half has `count / 2` elements), so that the error grows with the logarithm of the count and the
  /// order depends on nothing but the count.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func sum() -> Scalar {
    pairwiseSum(scalars[...])
  }

  /// The mean of all elements.
  public func mean() -> Scalar {
    require(count > 0, "mean: the tensor has no elements")
    return sum() / Scalar(count)
  }

  /// The largest element; NaN where there is one.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func max() -> Scalar {
    scalars[argmax()]
  }

  /// The smallest element; NaN where there is one.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func min() -> Scalar {
    require(count > 0, "min: the tensor has no elements")
    var best = scalars[0]
    for value in scalars {
      if value.isNaN { return value }
      if value < best { best = value }
    }
    return best
  }

  /// The position of the largest element in row-major order; the first of equal ones, as NumPy's
  /// `argmax` has it, and the first NaN where there is one.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func argmax() -> Int {
    require(count > 0, "argmax: the tensor has no elements")
    var best = 0
    for (index, value) in scalars.enumerated() {
      if value.isNaN { return index }
      if value > scalars[best] { best = index }
    }
    return best
  }

  /// The sums along an axis, which the result no longer has.
  public func sum(axis: Int) -> Tensor {
    require(
      shape.indices.contains(axis), "sum: there is no axis \(axis) in \(shape.shapeText)")
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    let length = shape[axis]
    var result: [Scalar] = []
    result.reserveCapacity(outer * inner)
    for o in 0..<outer {
      for i in 0..<inner {
        let line = (0..<length).map { scalars[(o * length + $0) * inner + i] }
        result.append(pairwiseSum(line[...]))
      }
    }
    return Tensor(shape: Array(shape[..<axis] + shape[(axis + 1)...]), scalars: result)
  }

  /// The means along an axis, which the result no longer has.
  public func mean(axis: Int) -> Tensor {
    sum(axis: axis) / Scalar(shape[axis])
  }
}

@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
func pairwiseSum<Scalar: TensorScalar>(_ values: ArraySlice<Scalar>) -> Scalar {
  if values.count <= 8 {
    var sum: Scalar = 0
    for value in values { sum += value }
    return sum
  }
  let middle = values.startIndex + values.count / 2
  return pairwiseSum(values[..<middle]) + pairwiseSum(values[middle...])
}
