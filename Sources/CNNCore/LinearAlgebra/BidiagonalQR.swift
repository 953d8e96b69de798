/// The singular values and vectors of a bidiagonal matrix, by the implicit QR algorithm.
///
///     B = leftᵀ · diag(values) · right
/// Demmel and Kahan, *Accurate singular values of bidiagonal matrices* (1990),
/// https://doi.org/10.1137/0911052.
struct BidiagonalQR {
  private(set) var values: [Double]
  /// The left vectors, as rows.
  private(set) var left: [Double]
  /// The right vectors, as rows.
  private(set) var right: [Double]
  private var beside: [Double]
  private let count: Int
  private let width: Int

  /// - Parameters:
  ///   - right: Rows that stand for the unit vectors on the right.
  ///   - width: The length of such a row.
  init(diagonal: [Double], superdiagonal: [Double], right: [Double], width: Int) {
    count = diagonal.count
    values = diagonal
    beside = superdiagonal
    left = Tensor<Double>.identity(count).scalars
    self.right = right
    self.width = width
    iterate()
    for i in 0..<count where values[i] < 0 {
      values[i] = -values[i]
      for j in 0..<width { self.right[i * width + j] = -self.right[i * width + j] }
    }
  }

  private mutating func iterate() {
    let epsilon = 0x1p-53
    var last = count - 1
    // Two or three steps a value are usual; a matrix that needs more than this holds NaN.
    var budget = 60 * count + 60
    while last > 0 && budget > 0 {
      budget -= 1
      for i in 0..<last
      where beside[i].magnitude <= epsilon * (values[i].magnitude + values[i + 1].magnitude) {
        beside[i] = 0
      }
      if beside[last - 1] == 0 {
        last -= 1
        continue
      }
      var first = last - 1
      while first > 0 && beside[first - 1] != 0 { first -= 1 }
      let shift = smallerValue(values[last - 1], beside[last - 1], values[last])
      let start = values[first].magnitude
      let ratio = shift / start
      if start == 0 || ratio * ratio < epsilon
        || (first..<last).contains(where: { values[$0] == 0 })
      {
        stepWithoutShift(first, last)
      } else {
        step(first, last, shift)
      }
    }
  }

  private mutating func stepWithoutShift(_ first: Int, _ last: Int) {
    var right = (cosine: 1.0, sine: 0.0, result: 0.0)
    var left = (cosine: 1.0, sine: 0.0, result: 0.0)
    for i in first..<last {
      right = rotation(values[i] * right.cosine, beside[i])
      if i > first { beside[i - 1] = left.sine * right.result }
      left = rotation(left.cosine * right.result, values[i + 1] * right.sine)
      values[i] = left.result
      rotate(&self.right, width, i, right.cosine, right.sine)
      rotate(&self.left, count, i, left.cosine, left.sine)
    }
    let rest = values[last] * right.cosine
    values[last] = rest * left.cosine
    beside[last - 1] = rest * left.sine
  }

  private mutating func step(_ first: Int, _ last: Int, _ shift: Double) {
    let start = values[first]
    var f = (start.magnitude - shift) * ((start < 0 ? -1 : 1) + shift / start)
    var g = beside[first]
    for i in first..<last {
      let r = rotation(f, g)
      if i > first { beside[i - 1] = r.result }
      f = r.cosine * values[i] + r.sine * beside[i]
      beside[i] = r.cosine * beside[i] - r.sine * values[i]
      g = r.sine * values[i + 1]
      values[i + 1] = r.cosine * values[i + 1]
      let l = rotation(f, g)
      values[i] = l.result
      f = l.cosine * beside[i] + l.sine * values[i + 1]
      values[i + 1] = l.cosine * values[i + 1] - l.sine * beside[i]
      if i < last - 1 {
        g = l.sine * beside[i + 1]
        beside[i + 1] = l.cosine * beside[i + 1]
      }
      rotate(&right, width, i, r.cosine, r.sine)
      rotate(&left, count, i, l.cosine, l.sine)
    }
    beside[last - 1] = f
  }

  /// Rotates two neighbouring rows.
  private func rotate(
    _ matrix: inout [Double], _ width: Int, _ row: Int, _ cosine: Double, _ sine: Double
  ) {
    matrix.withUnsafeMutableBufferPointer { matrix in
      let first = row * width
      let second = first + width
      for j in 0..<width {
        let (a, b) = (matrix[first + j], matrix[second + j])
        matrix[first + j] = cosine * a + sine * b
        matrix[second + j] = cosine * b - sine * a
      }
    }
  }

  /// The rotation that turns (f, g) to (result, 0).
  private func rotation(
    _ f: Double, _ g: Double
  ) -> (cosine: Double, sine: Double, result: Double) {
    if g == 0 { return (1, 0, f) }
    if f == 0 { return (0, 1, g) }
    let scale = max(f.magnitude, g.magnitude)
    let (a, b) = (f / scale, g / scale)
    let length = (a * a + b * b).squareRoot()
    return (a / length, b / length, length * scale)
  }

  /// The smaller singular value of [[f, g], [0, h]].
  private func smallerValue(_ f: Double, _ g: Double, _ h: Double) -> Double {
    let (f, g, h) = (f.magnitude, g.magnitude, h.magnitude)
    let (low, high) = (min(f, h), max(f, h))
    if low == 0 { return 0 }
    let scale = max(high, g)
    let sum = 1 + low / high
    let difference = (high - low) / high
    if g < high {
      let square = (g / high) * (g / high)
      let c =
        2 / ((sum * sum + square).squareRoot() + (difference * difference + square).squareRoot())
      return low * c
    }
    let part = high / scale
    if part == 0 { return low * high / scale }
    let (s, d) = (sum * part, difference * part)
    let c = 1 / ((1 + s * s).squareRoot() + (1 + d * d).squareRoot())
    return 2 * low * c * part
  }
}
