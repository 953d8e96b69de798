/// Elements of two tensors, chosen by a mask, as NumPy's `where`.
///
///     y[i] = mask[i] ≠ 0 ? first[i] : second[i]
///
/// - Shapes: all three are broadcast to a common one.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func select<Scalar: TensorScalar>(
  _ mask: Tensor<Scalar>, _ first: Tensor<Scalar>, else second: Tensor<Scalar>
) -> Tensor<Scalar> {
  let shape = broadcastShape(broadcastShape(mask.shape, first.shape), second.shape)
  let choice = mask.broadcast(to: shape).scalars
  let (yes, no) = (first.broadcast(to: shape).scalars, second.broadcast(to: shape).scalars)
  return Tensor(unchecked: shape, choice.indices.map { choice[$0] != 0 ? yes[$0] : no[$0] })
}

/// The larger of matching elements, after broadcasting; NaN if one of them is.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func maximum<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>
) -> Tensor<Scalar> {
  left.combined(with: right) { $0 >= $1 || $0.isNaN ? $0 : $1 }
}

/// The smaller of matching elements, after broadcasting; NaN if one of them is.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func minimum<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>
) -> Tensor<Scalar> {
  left.combined(with: right) { $0 <= $1 || $0.isNaN ? $0 : $1 }
}

extension Tensor {
  /// The elements, those outside of a range replaced by its nearest end, as NumPy's `clip`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func clipped(to range: ClosedRange<Scalar>) -> Tensor {
    mapped { Swift.min(Swift.max($0, range.lowerBound), range.upperBound) }
  }

  /// The indices of the elements other than zero, as NumPy's `argwhere`, in row-major order.
  public func nonzeroIndices() -> [[Int]] {
    let strides = strides
    return scalars.indices.filter { scalars[$0] != 0 }.map { offset in
      zip(strides, shape).map { offset / $0 % $1 }
    }
  }

  /// Whether all elements are close to those of another tensor, as NumPy's `allclose`.
  ///
  ///     |x − y| ≤ absolute + relative · |y|
  ///
  /// The defaults are NumPy's. NaN is close to nothing.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func isClose(
    to other: Tensor, relative: Scalar = 1e-5, absolute: Scalar = 1e-8
  ) -> Bool {
    let close = combined(with: other) { left, right in
      left == right
        || ((left - right).magnitude <= absolute + relative * right.magnitude && right.isFinite)
        ? 1 : 0
    }
    return close.scalars.allSatisfy { $0 == 1 }
  }
}
