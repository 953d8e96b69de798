/// The singular values ω of a matrix with numbers on its diagonal, d, and in its first row, z.
///
///     1 + Σ_j z_j² / (d_j² − ω²) = 0,   d_0 = 0 < d_1 < d_2 < …
///
/// One lies right of each d. It is kept as its distance from the nearest d, so that all differences
/// d − ω are accurate. The steps are Li's: *Solving secular equations stably and efficiently* (1993),
/// https://www.netlib.org/lapack/lawnspdf/lawn89.pdf.
struct SecularRoots {
  private let d: [Double]
  private let z: [Double]
  private(set) var values: [Double] = []
  /// d_j − ω_i and d_j + ω_i, for each root i a row.
  private var differences: [Double] = []
  private var sums: [Double] = []

  init(d: [Double], z: [Double]) {
    self.d = d
    self.z = z
    for i in d.indices {
      let (origin, distance) = root(i)
      values.append(d[origin] + distance)
      differences += d.map { ($0 - d[origin]) - distance }
      sums += d.map { ($0 + d[origin]) + distance }
    }
  }

  /// The left and right singular vectors, as rows.
  ///
  /// They are those of a z for which the roots are exact, which makes them orthogonal to rounding
  /// errors.
  func vectors() -> (left: Tensor<Double>, right: Tensor<Double>) {
    let count = d.count
    let exact = exactZ()
    var left = [Double](repeating: 0, count: count * count)
    var right = left
    for i in 0..<count {
      let row = i * count
      var (leftSquare, rightSquare) = (1.0, 0.0)
      for j in 0..<count {
        let y = exact[j] / differences[row + j] / sums[row + j]
        right[row + j] = y
        left[row + j] = j == 0 ? -1 : d[j] * y
        rightSquare += y * y
        if j > 0 { leftSquare += left[row + j] * left[row + j] }
      }
      let (leftScale, rightScale) = (1 / leftSquare.squareRoot(), 1 / rightSquare.squareRoot())
      for j in row..<row + count {
        left[j] *= leftScale
        right[j] *= rightScale
      }
    }
    return (
      Tensor(unchecked: [count, count], left), Tensor(unchecked: [count, count], right)
    )
  }
}

extension SecularRoots {
  private func exactZ() -> [Double] {
    let count = d.count
    return d.indices.map { j in
      let last = (count - 1) * count + j
      var square = -differences[last] * sums[last]
      for i in 0..<count - 1 {
        // Each root is matched with a d so that their quotient is near one.
        let pole = i < j ? i : i + 1
        square *= differences[i * count + j] / (d[j] - d[pole])
        square *= sums[i * count + j] / (d[j] + d[pole])
      }
      let root = square.magnitude.squareRoot()
      return z[j] < 0 ? -root : root
    }
  }

  /// The root right of `d[i]`, as its distance from the nearest d.
  private func root(_ i: Int) -> (origin: Int, distance: Double) {
    let isLast = i == d.count - 1
    var origin = i
    var low = 0.0
    var high: Double
    if isLast {
      let square = z.reduce(0) { $0 + $1 * $1 }
      high = square / (d[i] + (d[i] * d[i] + square).squareRoot())
      high += high * 0x1p-50
    } else {
      high = (d[i + 1] - d[i]) / 2
      if equation(i, i, high).value < 0 {
        origin = i + 1
        low = -high
        high = 0
      }
    }
    var distance = (low + high) / 2
    for _ in 0..<200 {
      let f = equation(i, origin, distance)
      if f.value == 0 || f.value.magnitude <= 0x1p-52 * f.magnitude { break }
      if f.value < 0 { low = distance } else { high = distance }
      let next = isLast ? distance : distance + step(i, origin, distance, f)
      let previous = distance
      distance = next > low && next < high && !isLast ? next : (low + high) / 2
      if distance == previous || distance == low || distance == high { break }
    }
    return (origin, distance)
  }

  private struct Equation {
    /// 1 + Σ z² / Δ
    var value = 1.0
    /// Of the terms up to and beyond the root, Σ z² / Δ².
    var slopes = (left: 0.0, right: 0.0)
    /// The sum of the terms' magnitudes.
    var magnitude = 1.0
  }

  private func equation(_ i: Int, _ origin: Int, _ distance: Double) -> Equation {
    var result = Equation()
    var (leftSum, rightSum) = (0.0, 0.0)
    for j in 0...i {
      let quotient = z[j] / ((d[j] - d[origin]) - distance) / ((d[j] + d[origin]) + distance)
      leftSum += z[j] * quotient
      result.slopes.left += quotient * quotient
    }
    for j in stride(from: d.count - 1, to: i, by: -1) {
      let quotient = z[j] / ((d[j] - d[origin]) - distance) / ((d[j] + d[origin]) + distance)
      rightSum += z[j] * quotient
      result.slopes.right += quotient * quotient
    }
    result.value = 1 + leftSum + rightSum
    result.magnitude = 1 - leftSum + rightSum
    return result
  }

  /// The way to the zero of a function with the same poles beside the root, value and slopes.
  private func step(_ i: Int, _ origin: Int, _ distance: Double, _ f: Equation) -> Double {
    func gap(_ j: Int) -> Double {
      ((d[j] - d[origin]) - distance) * ((d[j] + d[origin]) + distance)
    }
    let (left, right) = (gap(i), gap(i + 1))
    let a = (left + right) * f.value - left * right * (f.slopes.left + f.slopes.right)
    let b = left * right * f.value
    let c = f.value - left * f.slopes.left - right * f.slopes.right
    let root = max(a * a - 4 * b * c, 0).squareRoot()
    let square = a <= 0 ? (a - root) / (2 * c) : 2 * b / (a + root)
    // That was for ω²; the distance is one of ω.
    let omega = d[origin] + distance
    return square / (omega + max(omega * omega + square, 0).squareRoot())
  }
}
