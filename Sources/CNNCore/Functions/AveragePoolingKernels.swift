extension Window2D {
  /// The mean of each window, in row-major order of the windows, plane after plane. Each sum is one
  /// chain in row-major order of the window; what falls on the padding adds nothing.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func means<Scalar: TensorScalar>(
    of scalars: [Scalar], planes: Int, countsPadding: Bool
  ) -> [Scalar] {
    var means: [Scalar] = []
    means.reserveCapacity(planes * outputRows * outputColumns)
    for plane in 0..<planes {
      let start = plane * rows * columns
      for i in 0..<outputRows {
        let windowRows = validRows(i)
        for j in 0..<outputColumns {
          let windowColumns = validColumns(j)
          var sum: Scalar = 0
          for u in windowRows {
            for v in windowColumns { sum += scalars[start + place(i, j, u, v)] }
          }
          means.append(sum / Scalar(elementCount(i, j, countsPadding: countsPadding)))
        }
      }
    }
    return means
  }

  /// The gradient for the planes: each window gives all of its elements an equal part of its own
  /// gradient; they add up in row-major order of the windows.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func meanGradient<Scalar: TensorScalar>(
    _ outputGradient: [Scalar], planes: Int, countsPadding: Bool
  ) -> [Scalar] {
    var result = [Scalar](repeating: 0, count: planes * rows * columns)
    for plane in 0..<planes {
      let start = plane * rows * columns
      let outputStart = plane * outputRows * outputColumns
      for i in 0..<outputRows {
        let windowRows = validRows(i)
        for j in 0..<outputColumns {
          let windowColumns = validColumns(j)
          let part =
            outputGradient[outputStart + i * outputColumns + j]
            / Scalar(elementCount(i, j, countsPadding: countsPadding))
          for u in windowRows {
            for v in windowColumns { result[start + place(i, j, u, v)] += part }
          }
        }
      }
    }
    return result
  }

  /// The number of elements that a mean is over. What a rounded-up last window has beyond the
  /// padding never counts.
  private func elementCount(_ i: Int, _ j: Int, countsPadding: Bool) -> Int {
    guard countsPadding else { return validRows(i).count * validColumns(j).count }
    let rowCount = min(height, rows + bottom + top - i * verticalStride)
    return rowCount * min(width, columns + right + left - j * horizontalStride)
  }
}
