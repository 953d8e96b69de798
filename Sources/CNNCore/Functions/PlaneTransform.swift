/// The Fourier transform of planes of one size, in double precision. A spectrum lies transposed, as
/// `[columns, rows]`, which spares a turn there and a turn back.
struct PlaneTransform {
  let rows: Int
  let columns: Int
  private let rowPlan: FourierPlan
  private let columnPlan: FourierPlan

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    rowPlan = FourierPlan(length: rows)
    columnPlan = FourierPlan(length: columns)
  }

  var count: Int { rows * columns }

  /// A plane `[rows, columns]` to its spectrum.
  func transform(_ plane: inout ComplexColumns) {
    rowPlan.transform(&plane, columns: columns)
    turn(&plane, rows, columns)
    columnPlan.transform(&plane, columns: rows)
  }

  /// A spectrum to the plane that has it, times the number of elements.
  func invert(_ spectrum: inout ComplexColumns) {
    // The inverse transform is the forward one with real and imaginary parts exchanged.
    swap(&spectrum.real, &spectrum.imaginary)
    columnPlan.transform(&spectrum, columns: rows)
    turn(&spectrum, columns, rows)
    rowPlan.transform(&spectrum, columns: columns)
    swap(&spectrum.real, &spectrum.imaginary)
  }

  private func turn(_ plane: inout ComplexColumns, _ rows: Int, _ columns: Int) {
    turn(&plane.real, rows, columns)
    turn(&plane.imaginary, rows, columns)
  }

  private func turn(_ numbers: inout [Double], _ rows: Int, _ columns: Int) {
    numbers = [Double](count: rows * columns) { result in
      numbers.withUnsafeBufferPointer { numbers in
        // In squares, whose lines stay in the cache.
        for top in stride(from: 0, to: rows, by: 16) {
          for left in stride(from: 0, to: columns, by: 16) {
            for i in top..<min(top + 16, rows) {
              for j in left..<min(left + 16, columns) {
                result[j * rows + i] = numbers[i * columns + j]
              }
            }
          }
        }
      }
    }
  }
}

extension ComplexColumns {
  /// Adds the product of two spectra, the second one's numbers or their conjugates.
  mutating func addProduct(_ a: ComplexColumns, _ b: ComplexColumns, conjugating: Bool) {
    let sign: Double = conjugating ? -1 : 1
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        a.real.withUnsafeBufferPointer { x in
          a.imaginary.withUnsafeBufferPointer { y in
            b.real.withUnsafeBufferPointer { u in
              b.imaginary.withUnsafeBufferPointer { v in
                for p in real.indices {
                  let w = sign * v[p]
                  real[p] += x[p] * u[p] - y[p] * w
                  imaginary[p] += x[p] * w + y[p] * u[p]
                }
              }
            }
          }
        }
      }
    }
  }
}
