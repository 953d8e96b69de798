/// A Fourier transform of any length as a convolution, done by transforms whose length is a power of
/// two.
///
///     X[k] = c[k] · Σ_j (x[j] · c[j]) · conj(c[k − j]),   c[k] = e^(−πi·k²/n)
final class BluesteinPlan: Sendable {
  private let length: Int
  private let plan: FourierPlan
  private let chirp: ComplexColumns
  /// The transform of the conjugate chirp, divided by the length of the convolution.
  private let filter: ComplexColumns

  init(length: Int) {
    self.length = length
    var size = 1
    while size < 2 * length - 1 { size *= 2 }
    plan = FourierPlan(length: size)
    var chirp = ComplexColumns(count: length)
    var filter = ComplexColumns(count: size)
    for k in 0..<length {
      let (cosine, sine) = FourierPlan.circlePoint(k * k % (2 * length), of: 2 * length)
      chirp.real[k] = cosine
      chirp.imaginary[k] = -sine
      for place in [k, (size - k) % size] {
        filter.real[place] = cosine / Double(size)
        filter.imaginary[place] = sine / Double(size)
      }
    }
    plan.transform(&filter, columns: 1)
    self.chirp = chirp
    self.filter = filter
  }

  func transform(_ numbers: inout ComplexColumns, columns: Int) {
    var work = ComplexColumns(count: plan.length * columns)
    multiply(numbers, by: chirp, rows: length, columns, into: &work)
    plan.transform(&work, columns: columns)
    multiply(work, by: filter, rows: plan.length, columns, into: &work)
    // The transform of exchanged parts is the inverse one, with its parts exchanged.
    swap(&work.real, &work.imaginary)
    plan.transform(&work, columns: columns)
    swap(&work.real, &work.imaginary)
    multiply(work, by: chirp, rows: length, columns, into: &numbers)
  }

  private func multiply(
    _ numbers: ComplexColumns, by factors: ComplexColumns, rows: Int, _ columns: Int,
    into target: inout ComplexColumns
  ) {
    for row in 0..<rows {
      let (c, d) = (factors.real[row], factors.imaginary[row])
      for place in row * columns..<(row + 1) * columns {
        let (a, b) = (numbers.real[place], numbers.imaginary[place])
        target.real[place] = a * c - b * d
        target.imaginary[place] = a * d + b * c
      }
    }
  }
}
