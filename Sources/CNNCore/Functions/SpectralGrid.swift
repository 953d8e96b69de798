/// Where the elements of a small plane stand in a large one that is transformed.
struct SpectralGrid {
  let rows: Int
  let columns: Int
  var firstRow = 0
  var firstColumn = 0
  var rowStep = 1
  var columnStep = 1

  /// The grid seen from a tile that starts so far down and to the right.
  func moved(up rows: Int, left columns: Int) -> SpectralGrid {
    var grid = self
    grid.firstRow -= rows
    grid.firstColumn -= columns
    return grid
  }

  /// Puts those elements of a small plane into a large one that stand there.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func place<Scalar: TensorScalar>(
    _ numbers: [Scalar], _ plane: Int, into large: inout [Double], _ size: PlaneTransform
  ) {
    for i in indices(rows, firstRow, rowStep, size.rows) {
      let source = (plane * rows + i) * columns
      let target = (firstRow + i * rowStep) * size.columns + firstColumn
      for j in indices(columns, firstColumn, columnStep, size.columns) {
        large[target + j * columnStep] = Double(numbers[source + j])
      }
    }
  }

  /// Takes the elements of a small plane that stand in the first rows and columns of a large one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func take<Scalar: TensorScalar>(
    from large: [Double], _ scale: Double, into numbers: inout [Scalar], _ plane: Int,
    _ size: PlaneTransform, rows limitRows: Int, columns limitColumns: Int
  ) {
    for i in indices(rows, firstRow, rowStep, limitRows) {
      let target = (plane * rows + i) * columns
      let source = (firstRow + i * rowStep) * size.columns + firstColumn
      for j in indices(columns, firstColumn, columnStep, limitColumns) {
        numbers[target + j] = Scalar(scale * large[source + j * columnStep])
      }
    }
  }

  /// The indices below `count` with 0 ≤ first + index · step < limit.
  private func indices(_ count: Int, _ first: Int, _ step: Int, _ limit: Int) -> Range<Int> {
    let start = first >= 0 ? 0 : min(count, (step - 1 - first) / step)
    let end = limit <= first ? 0 : min(count, (limit - 1 - first) / step + 1)
    return start..<max(start, end)
  }
}
