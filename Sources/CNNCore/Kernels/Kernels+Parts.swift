extension Kernels {
  /// A matrix within an array: element (i, j) is at start + i · rowStep + j · columnStep.
  struct Part<Scalar: TensorScalar> {
    let numbers: [Scalar]
    var start = 0
    let rowStep: Int
    var columnStep = 1

    fileprivate func holds(_ rows: Int, _ columns: Int) -> Bool {
      start + (rows - 1) * rowStep + (columns - 1) * columnStep < numbers.count
    }
  }

  /// c = a · b for a of m × k and b of k × n, or c = c + a · b, where c is a part of an array, too.
  static func product<Scalar: TensorScalar>(
    _ m: Int, _ n: Int, _ k: Int, _ a: Part<Scalar>, _ b: Part<Scalar>, into c: inout [Scalar],
    start: Int = 0, rowStep: Int, adds: Bool = false
  ) {
    precondition(a.holds(m, k) && b.holds(k, n) && start + (m - 1) * rowStep + n <= c.count)
    a.numbers.withUnsafeBufferPointer { left in
      b.numbers.withUnsafeBufferPointer { right in
        c.withUnsafeMutableBufferPointer { c in
          guard let left = left.baseAddress, let right = right.baseAddress,
            let c = c.baseAddress
          else { return }
          product(
            m, n, k,
            Matrix(start: left + a.start, rowStep: a.rowStep, columnStep: a.columnStep),
            Matrix(start: right + b.start, rowStep: b.rowStep, columnStep: b.columnStep),
            into: c + start, rowStep: rowStep, adds: adds)
        }
      }
    }
  }
}
