extension Tensor {
  /// One element by its index along each axis.
  public subscript(indices: Int...) -> Scalar {
    get { scalars[offset(indices)] }
    set { scalars[offset(indices)] = newValue }
  }

  /// A window of a matrix: `x[0..<3, 1..<4]`.
  public subscript(rows: Range<Int>, columns: Range<Int>) -> Tensor {
    get {
      requireWindow(rows, columns)
      let width = shape[1]
      return Tensor(
        shape: [rows.count, columns.count],
        scalars: rows.flatMap {
          scalars[$0 * width + columns.lowerBound..<$0 * width + columns.upperBound]
        })
    }
    set {
      requireWindow(rows, columns)
      require(
        newValue.shape == [rows.count, columns.count],
        "subscript: a window of \(rows.count)×\(columns.count) was given \(newValue.shape.shapeText)"
      )
      for (i, row) in rows.enumerated() {
        for (j, column) in columns.enumerated() {
          scalars[row * shape[1] + column] = newValue.scalars[i * columns.count + j]
        }
      }
    }
  }

  private func offset(_ indices: [Int]) -> Int {
    require(
      indices.count == rank,
      "subscript: \(rank) indices were expected for the shape \(shape.shapeText), "
        + "and \(indices.count) were given")
    var offset = 0
    for (axis, index) in indices.enumerated() {
      require(
        index >= 0 && index < shape[axis],
        "subscript: index \(index) is out of range 0..<\(shape[axis]) along axis \(axis) "
          + "of \(shape.shapeText)")
      offset = offset * shape[axis] + index
    }
    return offset
  }

  private func requireWindow(_ rows: Range<Int>, _ columns: Range<Int>) {
    require(rank == 2, "subscript: a matrix was expected, and the shape is \(shape.shapeText)")
    require(
      rows.lowerBound >= 0 && rows.upperBound <= shape[0] && columns.lowerBound >= 0
        && columns.upperBound <= shape[1],
      "subscript: the window [\(rows), \(columns)] does not fit into \(shape.shapeText)")
  }
}
