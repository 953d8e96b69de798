/// The shape that two tensors take together in element-wise arithmetic, by NumPy's rule.
///
/// Axes are matched from the last; an axis of length 1 or a missing one is repeated.
func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int] {
  let rank = max(left.count, right.count)
  return [Int](count: rank) { result in
    for fromEnd in 1..<(rank + 1) {
      let a = fromEnd <= left.count ? left[left.count - fromEnd] : 1
      let b = fromEnd <= right.count ? right[right.count - fromEnd] : 1
      require(
        a == b || a == 1 || b == 1,
        "Tensor: shapes \(left) and \(right) do not go together: \(a) against \(b)")
      result.initializeElement(at: rank - fromEnd, to: a == 1 ? b : a)
    }
  }
}

extension Tensor {
  /// The tensor repeated along its axes of length 1 and new outer axes, to fill a larger shape.
  ///
  /// - Precondition: NumPy's broadcasting rule allows it.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func broadcast(to target: [Int]) -> Tensor {
    if target == shape { return self }
    require(
      broadcastShape(shape, target) == target,
      "broadcast: shape \(shape) cannot be repeated to fill \(target)")
    let strides = strides
    let missing = target.count - rank
    let steps = target.indices.map { axis in
      axis < missing || shape[axis - missing] == 1 ? 0 : strides[axis - missing]
    }
    return Tensor(unchecked: target, gathered(scalars, shape: target, strides: steps))
  }

  /// Combines two tensors element by element, after broadcasting.
  @inline(__always)
  func combined(with other: Tensor, _ operation: (Scalar, Scalar) -> Scalar) -> Tensor {
    if shape == other.shape {
      let (left, right, count) = (scalars, other.scalars, count)
      let results = [Scalar](count: count) { buffer in
        for i in 0..<count { buffer.initializeElement(at: i, to: operation(left[i], right[i])) }
      }
      return Tensor(unchecked: shape, results)
    }
    let target = broadcastShape(shape, other.shape)
    let left = broadcast(to: target).scalars
    let right = other.broadcast(to: target).scalars
    return Tensor(unchecked: target, left.indices.map { operation(left[$0], right[$0]) })
  }

  /// Combines each element with the matching one of a tensor that broadcasts to this shape.
  @inline(__always)
  mutating func combine(with other: Tensor, _ operation: (inout Scalar, Scalar) -> Void) {
    let right = other.broadcast(to: shape).scalars
    scalars.withUnsafeMutableBufferPointer { left in
      for i in left.indices { operation(&left[i], right[i]) }
    }
  }
}
