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
    let (m, n) = (rows, columns)
    let rest = ReflectedRows(matrix.scalars, rows: m, columns: n)
    for k in 0..<n {
      let v = left.reflect(k, from: k, rest.column(from: k))
      diagonal[k] = v.result
      if k + 1 == n { break }
      rest.reflectRow(k, tau: v.tau, scale: v.scale)
      let p = right.reflect(k, from: k + 1, rest.row(k, from: k + 1))
      superdiagonal[k] = p.result
      left.withVector(k) { v in
        right.withVector(k) { p in rest.reflectRows(below: k, v, p, factor: right.factors[k]) }
      }
    }
  }
}
