extension Tensor {
  /// The sums along an axis, which vanishes; a negative axis counts from the last.
  ///
  /// - Shapes: `[2, 3]` along axis 0 gives `[3]`, along axis 1 `[2]`.
  public func sum(axis: Int) -> Tensor {
    let axis = axisIndex(axis)
    let sums = Kernels.sums(
      scalars, outer: shape[..<axis].reduce(1, *), count: shape[axis],
      inner: shape[(axis + 1)...].reduce(1, *))
    return Tensor(unchecked: Array(shape[..<axis] + shape[(axis + 1)...]), sums)
  }

  /// The means along an axis, which vanishes; a negative axis counts from the last.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func mean(axis: Int) -> Tensor {
    requireElements("mean", shape[axisIndex(axis)])
    return sum(axis: axis) / Scalar(shape[axisIndex(axis)])
  }

  /// The smallest elements along an axis, which vanishes; a negative axis counts from the last.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func min(axis: Int) -> Tensor {
    requireElements("min", shape[axisIndex(axis)])
    return reduced(along: axis) { start, step, count in
      scalars[start + step * firstExtreme(from: start, step: step, count: count) { $0 < $1 }]
    }
  }

  /// The largest elements along an axis, which vanishes; a negative axis counts from the last.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func max(axis: Int) -> Tensor {
    requireElements("max", shape[axisIndex(axis)])
    return reduced(along: axis) { start, step, count in
      scalars[start + step * firstExtreme(from: start, step: step, count: count) { $0 > $1 }]
    }
  }

  /// The index along an axis of each largest element, in row-major order of the other axes.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func argmax(axis: Int) -> [Int] {
    requireElements("argmax", shape[axisIndex(axis)])
    return runs(along: axis) { start, step, count in
      firstExtreme(from: start, step: step, count: count) { $0 > $1 }
    }
  }

  /// The index along an axis of each smallest element, in row-major order of the other axes.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func argmin(axis: Int) -> [Int] {
    requireElements("argmin", shape[axisIndex(axis)])
    return runs(along: axis) { start, step, count in
      firstExtreme(from: start, step: step, count: count) { $0 < $1 }
    }
  }

  /// Replaces each run along an axis by one number.
  @inline(__always)
  private func reduced(along axis: Int, _ reduce: (Int, Int, Int) -> Scalar) -> Tensor {
    let axis = axisIndex(axis)
    return Tensor(
      unchecked: Array(shape[..<axis] + shape[(axis + 1)...]), runs(along: axis, reduce))
  }

  /// What each run along an axis, given by its start, step and count, yields.
  @inline(__always)
  private func runs<Result>(along axis: Int, _ reduce: (Int, Int, Int) -> Result) -> [Result] {
    let axis = axisIndex(axis)
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    let length = shape[axis]
    var results: [Result] = []
    results.reserveCapacity(outer * inner)
    for block in 0..<outer {
      for position in 0..<inner {
        results.append(reduce(block * length * inner + position, inner, length))
      }
    }
    return results
  }
}
