/// The singular values and vectors of a bidiagonal matrix with one column more than rows.
///
///     B = leftᵀ · [diag(values) 0] · right
///
/// It is divided at a row in the middle, and the parts of both halves are merged: Gu and Eisenstat, *A
/// divide-and-conquer algorithm for the bidiagonal SVD* (1995),
/// https://doi.org/10.1137/S0895479892242232. Most of the work is matrix products.
struct BidiagonalParts {
  /// The singular values, in no order.
  let values: [Double]
  /// The left vectors, as rows: `[n, n]`.
  let left: Tensor<Double>
  /// The right vectors, as rows, the last of which the matrix maps to zero: `[n + 1, n + 1]`.
  let right: Tensor<Double>

  init(values: [Double], left: Tensor<Double>, right: Tensor<Double>) {
    self.values = values
    self.left = left
    self.right = right
  }

  /// - Parameter superdiagonal: The numbers right of the diagonal, as many as on it.
  init(diagonal: ArraySlice<Double>, superdiagonal: ArraySlice<Double>) {
    let count = diagonal.count
    if count <= 24 {
      self.init(small: Array(diagonal), Array(superdiagonal))
      return
    }
    let middle = diagonal.startIndex + count / 2
    let first = BidiagonalParts(
      diagonal: diagonal[..<middle], superdiagonal: superdiagonal[..<middle])
    let second = BidiagonalParts(
      diagonal: diagonal[(middle + 1)...], superdiagonal: superdiagonal[(middle + 1)...])
    self = BidiagonalMerge(first, diagonal[middle], superdiagonal[middle], second).merged()
  }

  /// The last column is rotated away, from the last row up, and the rest done by the QR algorithm.
  private init(small diagonal: [Double], _ superdiagonal: [Double]) {
    let count = diagonal.count
    var (diagonal, superdiagonal) = (diagonal, superdiagonal)
    var right = Tensor<Double>.identity(count + 1)
    var rest = superdiagonal.popLast() ?? 0
    for i in (0..<count).reversed() where rest != 0 {
      let length = Tensor([diagonal[i], rest]).norm()
      let (cosine, sine) = (diagonal[i] / length, rest / length)
      diagonal[i] = length
      let (a, b) = (right[row: i], right[row: count])
      right[row: i] = cosine * a + sine * b
      right[row: count] = cosine * b - sine * a
      if i > 0 {
        rest = -sine * superdiagonal[i - 1]
        superdiagonal[i - 1] *= cosine
      }
    }
    let width = count + 1
    let solved = BidiagonalQR(
      diagonal: diagonal, superdiagonal: superdiagonal,
      right: Array(right.scalars.prefix(count * width)), width: width)
    self.init(
      values: solved.values, left: Tensor(unchecked: [count, count], solved.left),
      right: Tensor(
        unchecked: [width, width], solved.right + right.scalars.suffix(width)))
  }
}
