internal import CoreKernels

extension Kernels {
  /// One step of making a matrix bidiagonal, with both its reflections in one pass.
  static func reflect(
    rows: Int, columns: Int, stride: Int, v: UnsafePointer<Double>, y: [Double],
    p: UnsafePointer<Double>, factor: Double, rowsAt a: UnsafeMutablePointer<Double>,
    sums: inout ArraySlice<Double>
  ) {
    let isDone = sums.withUnsafeMutableBufferPointer { sums in
      guard let sums = sums.baseAddress else { return true }
      return ck_reflect_double(
        Int32(rows), Int32(columns), stride, v, y, p, factor, a, sums) != 0
    }
    require(isDone, "svd: there is no memory for a matrix of \(rows) rows")
  }
}
