/// The matrix product.
///
///     c[i, j] = Σ_k a[i, k] · b[k, j]
///
/// Each element of the result is one chain of fused multiply-adds over `k`, starting from zero.
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
  var result = [Scalar](repeating: 0, count: rows * columns)
  result.withUnsafeMutableBufferPointer { result in
    left.scalars.withUnsafeBufferPointer { left in
      right.scalars.withUnsafeBufferPointer { right in
        for i in 0..<rows {
          for k in 0..<inner {
            let factor = left[i * inner + k]
            for j in 0..<columns {
              result[i * columns + j].addProduct(factor, right[k * columns + j])
            }
          }
        }
      }
    }
  }
  let shape =
    (left.rank == 2 ? [rows] : []) + (right.rank == 2 ? [columns] : [])
  return Tensor(unchecked: shape, result)
}
