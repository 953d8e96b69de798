internal import CoreKernels

extension Kernels {
  /// One step of making a matrix bidiagonal, with both its reflections in one pass.
  static func reflect(
    rows: Int, columns: Int, stride: Int, v: UnsafePointer<Double>, y: UnsafePointer<Double>,
    p: UnsafePointer<Double>, factor: Double, lead: Int, rowsAt a: UnsafeMutablePointer<Double>,
    column: UnsafeMutablePointer<Double>, sums: UnsafeMutablePointer<Double>
  ) {
    ck_reflect_double(
      Int32(rows), Int32(columns), stride, v, y, p, factor, Int32(lead), a, column, sums)
  }
}
