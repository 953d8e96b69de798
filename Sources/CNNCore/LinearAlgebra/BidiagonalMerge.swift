/// Two halves of a bidiagonal matrix and the row between them, made one.
///
/// In the halves' vectors the matrix has numbers on its diagonal and in one row:
///
///     M = [z₀ z₁ z₂ …; 0 d₁ 0 …; 0 0 d₂ …; …]
struct BidiagonalMerge {
  private let count: Int
  /// Of each entry d, z, and its left and right vector; the first entry has d = 0.
  private var d: [Double]
  private var z: [Double]
  private var left: Tensor<Double>
  private var right: Tensor<Double>
  /// The vector that the matrix maps to zero.
  private let null: Tensor<Double>
  private let tolerance: Double

  init(
    _ first: BidiagonalParts, _ diagonal: Double, _ beside: Double, _ second: BidiagonalParts
  ) {
    let (m, n) = (first.values.count, second.values.count)
    count = m + n + 1
    // The middle row touches the last column of the first half and the first one of the second.
    let a = first.right[column: m] * diagonal
    let b = second.right[column: 0] * beside
    let length = Tensor([a[m], b[n]]).norm()
    let (cosine, sine) = length == 0 ? (1, 0) : (a[m] / length, b[n] / length)
    let firstRight = first.right.padded([(0, 0), (0, n + 1)])
    let secondRight = second.right.padded([(0, 0), (m + 1, 0)])
    let (firstNull, secondNull) = (firstRight[row: m], secondRight[row: n])
    null = cosine * secondNull - sine * firstNull

    let values = [0] + first.values + second.values
    let order = [0] + (1..<count).sorted { (values[$0], $0) < (values[$1], $1) }
    let products = [length] + a.scalars.dropLast() + b.scalars.dropLast()
    var middle = Tensor.zeros(1, count)
    middle[0, m] = 1
    left = Tensor(concatenating: [
      middle, first.left.padded([(0, 0), (0, n + 1)]), second.left.padded([(0, 0), (m + 1, 0)]),
    ]).taking(order)
    right = Tensor(concatenating: [
      (cosine * firstNull + sine * secondNull).asRow(), firstRight[0..<m, 0...],
      secondRight[0..<n, 0...],
    ]).taking(order)
    d = order.map { values[$0] }
    z = order.map { products[$0] }
    let largest = max(max(diagonal.magnitude, beside.magnitude), d[count - 1])
    tolerance = 64 * 0x1p-53 * largest
  }

  /// The singular values and vectors of the whole.
  func merged() -> BidiagonalParts {
    if tolerance == 0 {
      return BidiagonalParts(
        values: d, left: left, right: Tensor(concatenating: [right, null.asRow()]))
    }
    var merge = self
    let (kept, settled) = merge.deflate()
    let roots = SecularRoots(d: kept.map { merge.d[$0] }, z: kept.map { merge.z[$0] })
    let (x, y) = roots.vectors()
    let newLeft = matmul(x, merge.left.taking(kept))
    let newRight = matmul(y, merge.right.taking(kept))
    return BidiagonalParts(
      values: roots.values + settled.map { merge.d[$0] },
      left: Tensor(concatenating: [newLeft, merge.left.taking(settled)]),
      right: Tensor(concatenating: [newRight, merge.right.taking(settled), null.asRow()]))
  }

  /// Finds the entries that already are singular values, to rounding errors: those with a z of zero,
  /// and, after a rotation, one of two with the same d.
  private mutating func deflate() -> (kept: [Int], settled: [Int]) {
    if z[0] <= tolerance { z[0] = tolerance }
    if d[1] <= tolerance / 2 { d[1] = tolerance / 2 }
    var (kept, settled) = ([0], [Int]())
    var previous: Int?
    for j in 1..<count {
      if z[j].magnitude <= tolerance {
        settled.append(j)
        continue
      }
      if let p = previous {
        if d[j] - d[p] <= tolerance {
          let length = Tensor([z[j], z[p]]).norm()
          rotate(p, j, z[j] / length, -z[p] / length)
          (z[p], z[j]) = (0, length)
          settled.append(p)
        } else {
          kept.append(p)
        }
      }
      previous = j
    }
    if let previous { kept.append(previous) }
    return (kept, settled)
  }

  private mutating func rotate(_ p: Int, _ j: Int, _ cosine: Double, _ sine: Double) {
    func rotated(_ matrix: inout Tensor<Double>) {
      let (a, b) = (matrix[row: p], matrix[row: j])
      matrix[row: p] = cosine * a + sine * b
      matrix[row: j] = cosine * b - sine * a
    }
    rotated(&left)
    rotated(&right)
  }
}
