/// The rows of a matrix that is made bidiagonal, and of what the last pass over them has added up.
///
/// They lie apart by a multiple of 64 bytes, with zeros at their ends, for the sake of the inner loop.
final class ReflectedRows {
  private let rows: Int
  private let columns: Int
  private let step: Int
  private let numbers: UnsafeMutablePointer<Double>
  /// What the row's left reflection takes from each column, and the right reflection's vector.
  private let y: UnsafeMutablePointer<Double>
  private let p: UnsafeMutablePointer<Double>
  /// The next column, and its products with the columns beside it, without its first row.
  private let column: UnsafeMutablePointer<Double>
  private let products: UnsafeMutablePointer<Double>

  init(_ matrix: [Double], rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    step = (columns + 7) / 8 * 8
    let count = (rows + 3) * step + rows
    numbers = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64)
      .initializeMemory(as: Double.self, repeating: 0, count: count)
    y = numbers + rows * step
    p = y + step
    products = p + step
    column = products + step
    matrix.withUnsafeBufferPointer { matrix in
      guard let start = matrix.baseAddress else { return }
      for i in 0..<rows { (numbers + i * step).update(from: start + i * columns, count: columns) }
    }
    // Reflections by zero leave the rows as they are.
    let zeros = [Double](repeating: 0, count: max(rows, columns))
    reflectRows(below: -1, zeros, zeros, factor: 0)
  }

  deinit { UnsafeMutableRawPointer(numbers).deallocate() }

  /// The numbers of the next column, k, from row k down.
  func column(from k: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: column, count: rows - k)
  }

  /// The numbers of a row from a column on.
  func row(_ k: Int, from start: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: numbers + k * step + start, count: columns - start)
  }

  /// Applies the left reflection of column k to row k.
  ///
  /// - Parameter scale: What the column is multiplied by in the reflection's vector, but for its first
  ///   number, which is 1.
  func reflectRow(_ k: Int, tau: Double, scale: Double) {
    let row = numbers + k * step
    y[k] = 0
    for j in k + 1..<columns {
      y[j] = tau * (row[j] + scale * products[j])
      row[j] -= y[j]
    }
  }

  /// Applies the left reflection of column k and the right one of row k to the rows below.
  func reflectRows(
    below k: Int, _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, factor: Double
  ) {
    let first = k + 1
    if k >= 0 { p[k] = 0 }
    for j in first..<columns { p[j] = right[j] }
    let start = first / 8 * 8
    Kernels.reflect(
      rows: rows - first, columns: step - start, stride: step, v: left + first, y: y + start,
      p: p + start, factor: factor, lead: first - start,
      rowsAt: numbers + first * step + start, column: column, sums: products + start)
  }
}
