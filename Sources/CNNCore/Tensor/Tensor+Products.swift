/// The product of each element of one tensor with each of another, as NumPy's `multiply.outer`.
///
/// - Shapes: `[…a]` and `[…b]` give `[…a, …b]`; vectors `[M]` and `[N]` a matrix `[M, N]`.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func outer<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>
) -> Tensor<Scalar> {
  var result: [Scalar] = []
  result.reserveCapacity(left.count * right.count)
  for factor in left.scalars { result += right.scalars.map { factor * $0 } }
  return Tensor(unchecked: left.shape + right.shape, result)
}

/// The scalar product of two vectors, summed as an element of `matmul` is.
///
///     Σ_i a[i] · b[i]
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func dot<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>
) -> Scalar {
  require(
    left.rank == 1 && left.shape == right.shape,
    "dot: expected two vectors of one length, got shapes \(left.shape) and \(right.shape)")
  return matmul(left, right).item
}

/// The sums of products over axes of two tensors, as NumPy's `tensordot`.
///
/// - Parameter axes: The axes of the left and of the right tensor that are matched and summed over.
/// - Shapes: the left tensor's other axes, then the right one's.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func tensordot<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>, axes: (left: [Int], right: [Int])
) -> Tensor<Scalar> {
  let leftAxes = axes.left.map { left.axisIndex($0, "tensordot") }
  let rightAxes = axes.right.map { right.axisIndex($0, "tensordot") }
  require(
    leftAxes.map { left.shape[$0] } == rightAxes.map { right.shape[$0] },
    "tensordot: axes \(axes.left) of shape \(left.shape) and \(axes.right) of shape \(right.shape) "
      + "do not go together")
  require(
    Set(leftAxes).count == leftAxes.count && Set(rightAxes).count == rightAxes.count,
    "tensordot: an axis is given twice in \(axes.left) or \(axes.right)")
  let leftOthers = (0..<left.rank).filter { !leftAxes.contains($0) }
  let rightOthers = (0..<right.rank).filter { !rightAxes.contains($0) }
  let inner = leftAxes.reduce(1) { $0 * left.shape[$1] }
  let rows = leftOthers.map { left.shape[$0] }
  let columns = rightOthers.map { right.shape[$0] }
  let a = left.transposed(axes: leftOthers + leftAxes).reshaped([rows.reduce(1, *), inner])
  let b = right.transposed(axes: rightAxes + rightOthers).reshaped([inner, columns.reduce(1, *)])
  return matmul(a, b).reshaped(rows + columns)
}

extension Tensor {
  /// The sum of a matrix's elements at (i, i).
  public func trace() -> Scalar { diagonal().sum() }

  /// A matrix's elements at (i, i), as a vector.
  public func diagonal() -> Tensor {
    requireMatrix("diagonal")
    let count = Swift.min(shape[0], shape[1])
    return Tensor(unchecked: [count], (0..<count).map { scalars[$0 * (shape[1] + 1)] })
  }

  /// The root of the sum of all squares: a vector's length, a matrix's Frobenius norm.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func norm() -> Scalar {
    // Scaled by a power of two, so that no square overflows or vanishes.
    let largest = scalars.reduce(0) { Swift.max($0, $1.magnitude) }
    guard largest > 0 && largest.isFinite else { return abs(self).sum() }
    let scale = Scalar(sign: .plus, exponent: largest.exponent, significand: 1)
    let scaled = mapped { $0 / scale }
    return (scaled * scaled).sum().squareRoot() * scale
  }
}
