extension Window2D {
  /// The place in a plane of the first largest element of each window, in row-major order of the
  /// windows. A NaN counts as largest.
  @inline(__always)
  func maxima<Scalar: TensorScalar>(
    of plane: UnsafeBufferPointer<Scalar>, from start: Int, rows: Int, columns: Int,
    outputRows: Int, outputColumns: Int, _ visit: (Int) -> Void
  ) {
    for i in 0..<outputRows {
      for j in 0..<outputColumns {
        var best = i * verticalStride * columns + j * horizontalStride
        search: for u in 0..<height {
          for v in 0..<width {
            let place = (i * verticalStride + u) * columns + j * horizontalStride + v
            if plane[start + place].isNaN {
              best = place
              break search
            }
            if plane[start + place] > plane[start + best] { best = place }
          }
        }
        visit(best)
      }
    }
  }
}
