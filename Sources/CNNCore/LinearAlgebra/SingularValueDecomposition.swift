/// A matrix as a sum of products of a column and a row, the largest first.
///
///     A = Σ_k values[k] · left[:, k] · right[k, :]
///
/// - Shapes: for a matrix `[M, N]` and K = min(M, N) `left` is `[M, K]`, `values` `[K]` and `right`
///   `[K, N]`.
public struct SingularValueDecomposition<Scalar: TensorScalar>: Hashable, Sendable {
  /// The left singular vectors, as columns. The largest number of each, in magnitude, is positive;
  /// of equal ones the first.
  public let left: Tensor<Scalar>
  /// The singular values, the largest first.
  public let values: Tensor<Scalar>
  /// The right singular vectors, as rows.
  public let right: Tensor<Scalar>

  /// The matrix of rank `k` that is nearest to the decomposed one.
  ///
  ///     Σ_{i<k} values[i] · left[:, i] · right[i, :]
  ///
  /// Nearest in the root of the summed squares and in the spectral norm: Eckart and Young, *The
  /// approximation of one matrix by another of lower rank* (1936),
  /// https://doi.org/10.1007/BF02288367.
  ///
  /// - Precondition: k is in 0 … K.
  public func lowRank(_ k: Int) -> Tensor<Scalar> {
    require(
      k >= 0 && k <= values.count,
      "lowRank: rank \(k) is not between 0 and the \(values.count) singular values")
    let scaled = left.sliced(axis: 1, to: k) * values.sliced(to: k)
    return matmul(scaled, right.sliced(to: k))
  }

  /// How many singular values exceed a tolerance, as `np.linalg.matrix_rank`.
  ///
  /// - Parameter tolerance: By default the largest value times the longer side times the spacing of
  ///   numbers at 1.
  public func rank(tolerance: Scalar? = nil) -> Int {
    let longer = Scalar(max(left.shape[0], right.shape[1]))
    let limit = tolerance ?? (values.scalars.first ?? 0) * longer * Scalar.ulpOfOne
    return values.scalars.count { $0 > limit }
  }
}

extension SingularValueDecomposition: CustomStringConvertible {
  /// The three factors, one below the other.
  public var description: String { "left:\n\(left)\nvalues:\n\(values)\nright:\n\(right)" }
}

/// The singular value decomposition of a matrix, as `np.linalg.svd(a, full_matrices=False)`.
///
/// The matrix is made bidiagonal by reflections, and that one diagonal by dividing it into halves;
/// `Float` is computed in double precision. The errors of the values are a few units in the last
/// place of the largest.
///
/// - Precondition: The matrix has finite numbers only, and no empty axis.
public func svd<Scalar>(_ matrix: Tensor<Scalar>) -> SingularValueDecomposition<Scalar> {
  require(
    matrix.rank == 2 && matrix.count > 0,
    "svd: expected a matrix, got a tensor of shape \(matrix.shape)")
  let isWide = matrix.shape[0] < matrix.shape[1]
  let doubles = Tensor<Double>(unchecked: matrix.shape, matrix.inDoublePrecision())
  require(
    doubles.scalars.allSatisfy { $0.isFinite }, "svd: the matrix holds an infinite number or a NaN")
  let (columns, values, rows) = decomposed(isWide ? doubles.transposed() : doubles)
  let (left, right) = isWide ? (rows.transposed(), columns.transposed()) : (columns, rows)
  let signs = leadingSigns(left)
  func result(_ tensor: Tensor<Double>) -> Tensor<Scalar> {
    Tensor(rounding: tensor.scalars, shape: tensor.shape)
  }
  return SingularValueDecomposition(
    left: result(left * signs), values: result(values),
    right: result(right * signs.asColumn()))
}

/// Columns, values and rows of a matrix with at least as many rows as columns.
private func decomposed(
  _ matrix: Tensor<Double>
) -> (columns: Tensor<Double>, values: Tensor<Double>, rows: Tensor<Double>) {
  let count = matrix.shape[1]
  // Scaled by a power of two, so that no square overflows or vanishes.
  let largest = matrix.scalars.reduce(0) { max($0, $1.magnitude) }
  let scale =
    largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
  let reduced = Bidiagonalization(matrix / scale)
  let core = BidiagonalParts(
    diagonal: reduced.diagonal[...], superdiagonal: (reduced.superdiagonal + [0])[...])
  let order = (0..<count).sorted { (core.values[$0], $1) > (core.values[$1], $0) }
  let left = core.left.taking(order).transposed()
  let right = core.right[0..<count, 0..<count].taking(order).transposed()
  let padded = left.padded([(0, matrix.shape[0] - count), (0, 0)])
  return (
    reduced.left.applied(to: padded), Tensor(order.map { core.values[$0] * scale }),
    reduced.right.applied(to: right).transposed()
  )
}

/// For each column 1 or −1, so that its largest number becomes positive.
private func leadingSigns(_ columns: Tensor<Double>) -> Tensor<Double> {
  let magnitudes = abs(columns)
  let places = magnitudes.argmax(axis: 0)
  return Tensor(places.enumerated().map { columns[$1, $0] < 0 ? -1 : 1 })
}

/// A column and a row whose product is a kernel, if there are such: then a convolution with the kernel
/// is one with the column, followed by one with the row.
///
///     kernel[i, j] = column[i] · row[j]
///
/// They share the largest singular value evenly.
///
/// - Parameter tolerance: How large the second singular value may be, as a part of the first. By
///   default a few rounding errors.
/// - Returns: The factors `[KH]` and `[KW]`, or nil if the kernel is not of rank 1.
public func separableFactors<Scalar>(
  of kernel: Tensor<Scalar>, tolerance: Scalar = 16 * Scalar.ulpOfOne
) -> (column: Tensor<Scalar>, row: Tensor<Scalar>)? {
  let parts = svd(kernel)
  let largest = parts.values.scalars[0]
  if parts.values.count > 1 && parts.values.scalars[1] > tolerance * largest { return nil }
  let root = largest.squareRoot()
  return (parts.left[column: 0] * root, parts.right[row: 0] * root)
}
