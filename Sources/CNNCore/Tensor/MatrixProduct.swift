/// The matrix product.
///
///     c[i, j] = Σ_k a[i, k] · b[k, j]
///
/// Each element of the result is the sum of blocks of 256 products in order of `k`, each block one chain
/// of fused multiply-adds that starts from zero.
///
/// - Shapes: `[M, K] · [K, N]` gives `[M, N]`. A vector on the left is a row, on the right a
///   column, and its axis vanishes: `[M, K] · [K]` gives `[M]`, `[K] · [K]` a single number. Axes
///   before the last two are broadcast: `[B, M, K] · [K, N]` gives `[B, M, N]`.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func matmul<Scalar: TensorScalar>(
  _ left: Tensor<Scalar>, _ right: Tensor<Scalar>
) -> Tensor<Scalar> {
  if left.rank >= 1 && right.rank >= 1 && max(left.rank, right.rank) > 2 {
    return batchedProduct(left, right)
  }
  require(
    (1...2).contains(left.rank) && (1...2).contains(right.rank),
    "matmul: expected matrices or vectors, got shapes \(left.shape) and \(right.shape)")
  let rows = left.rank == 2 ? left.shape[0] : 1
  let columns = right.rank == 2 ? right.shape[1] : 1
  let inner = left.shape[left.rank - 1]
  require(
    inner == right.shape[0],
    "matmul: shapes \(left.shape) and \(right.shape) do not go together: "
      + "\(inner) columns on the left, \(right.shape[0]) rows on the right")
  let result = product(
    left.scalars, rows: rows, columns: inner, right.scalars, columns: columns)
  let shape =
    switch (left.rank, right.rank) {
    case (2, 2): [rows, columns]
    case (2, _): [rows]
    case (_, 2): [columns]
    default: [Int]()
    }
  return Tensor(unchecked: shape, result)
}

/// The product of two matrices, each as it lies or turned: with `transposesLeft` the left one lies as
/// `[columns, rows]`, with `transposesRight` the right one as `[columns, left's columns]`.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
func product<Scalar: TensorScalar>(
  _ left: [Scalar], rows: Int, columns inner: Int, transposesLeft: Bool = false,
  _ right: [Scalar], columns: Int, transposesRight: Bool = false
) -> [Scalar] {
  [Scalar](count: rows * columns) { result in
    guard let result = result.baseAddress, rows * columns > 0 else { return }
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        guard let a = left.baseAddress, let b = right.baseAddress, inner > 0 else {
          result.initialize(repeating: 0, count: rows * columns)
          return
        }
        Kernels.product(
          rows, columns, inner,
          .init(
            start: a, rowStep: transposesLeft ? 1 : inner, columnStep: transposesLeft ? rows : 1),
          .init(
            start: b, rowStep: transposesRight ? 1 : columns,
            columnStep: transposesRight ? inner : 1), into: result)
      }
    }
  }
}
