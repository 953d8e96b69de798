/// A matrix as Q · B · Pᵀ, where B has numbers only on its diagonal and the one above.
///
/// Q and P are products of Householder reflections I − τ·v·vᵀ, whose vectors are kept as rows. Golub
/// and Kahan, *Calculating the singular values and pseudo-inverse of a matrix* (1965),
/// https://doi.org/10.1137/0702016. One step needs one pass over the matrix: while a row is at hand,
/// both reflections are applied to it and its part of the next left product is added up.
struct Bidiagonalization {
  let rows: Int
  let columns: Int
  private(set) var diagonal: [Double]
  private(set) var superdiagonal: [Double]
  private(set) var left: Reflections
  private(set) var right: Reflections

  /// - Precondition: There are at least as many rows as columns.
  init(_ matrix: Tensor<Double>) {
    rows = matrix.shape[0]
    columns = matrix.shape[1]
    diagonal = [Double](repeating: 0, count: columns)
    superdiagonal = [Double](repeating: 0, count: max(columns - 1, 0))
    left = Reflections(count: columns, length: rows)
    right = Reflections(count: columns, length: columns)
    var scalars = matrix.scalars
    scalars.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      reduce(start)
    }
  }

  private mutating func reduce(_ a: UnsafeMutablePointer<Double>) {
    let (m, n) = (rows, columns)
    // Σ a[i, k] · a[i, j] over the rows below k, for each column j.
    var products = [Double](repeating: 0, count: n)
    for i in 1..<max(m, 1) { add(a[i * n], times: a + i * n, to: &products, from: 1) }
    for k in 0..<n {
      let row = a + k * n
      let v = left.reflect(k, from: k, (k..<m).map { a[$0 * n + k] })
      diagonal[k] = v.result
      if k + 1 == n { break }
      // y = τ · vᵀ · A, out of the products of the unscaled column.
      var y = [Double](repeating: 0, count: n)
      for j in k + 1..<n { y[j] = v.tau * (row[j] + v.scale * products[j]) }
      for j in k + 1..<n { row[j] -= y[j] }
      let p = right.reflect(k, from: k + 1, (k + 1..<n).map { row[$0] })
      superdiagonal[k] = p.result
      left.withVector(k) { v in
        right.withVector(k) { p in
          Kernels.reflect(
            rows: m - k - 1, columns: n - k - 1, stride: n, v: v + (k + 1),
            y: Array(y[(k + 1)...]), p: p + (k + 1), factor: right.factors[k],
            rowsAt: a + (k + 1) * n + k + 1, sums: &products[(k + 1)...])
        }
      }
    }
  }

  private func add(
    _ factor: Double, times row: UnsafeMutablePointer<Double>, to sums: inout [Double],
    from start: Int
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      for j in start..<max(columns, start) { sums[j] += factor * row[j] }
    }
  }
}
