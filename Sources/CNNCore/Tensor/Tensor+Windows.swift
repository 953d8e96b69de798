extension Tensor {
  /// A window of a matrix: `x[0..<3, 1..<4]`, `x[2..., ...5]`.
  ///
  /// The window is a copy with its own indices from 0. Assigned to, it takes a matrix of its size.
  public subscript(
    _ rows: some RangeExpression<Int>, _ columns: some RangeExpression<Int>
  ) -> Tensor {
    get {
      requireMatrix("window")
      return self[ranges: [places(rows, axis: 0), places(columns, axis: 1)]]
    }
    set {
      requireMatrix("window")
      self[ranges: [places(rows, axis: 0), places(columns, axis: 1)]] = newValue
    }
  }

  /// A block of a tensor of any rank, one range for each axis.
  ///
  /// The block is a copy with its own indices from 0. Assigned to, it takes a tensor of its shape.
  public subscript(ranges ranges: [Range<Int>]) -> Tensor {
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    get {
      let (start, target) = block(of: ranges)
      return Tensor(
        unchecked: target, gathered(scalars, from: start, shape: target, strides: strides))
    }
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    set {
      let (start, target) = block(of: ranges)
      require(
        newValue.shape == target,
        "window: a block of shape \(target) cannot hold shape \(newValue.shape)")
      guard let length = target.last else {
        scalars = newValue.scalars
        return
      }
      var place = 0
      forEachOffset(target.dropLast(), strides) { offset in
        for j in 0..<length { scalars[start + offset + j] = newValue.scalars[place + j] }
        place += length
      }
    }
  }

  /// A row of a matrix, as a vector.
  public subscript(row row: Int) -> Tensor {
    get {
      requireMatrix("row")
      return part(row, "row")
    }
    set {
      requireMatrix("row")
      setPart(row, newValue, "row")
    }
  }

  /// A column of a matrix, as a vector.
  public subscript(column column: Int) -> Tensor {
    get {
      requireMatrix("column")
      requireSlice(column, of: shape[1], "column")
      return self[ranges: [0..<shape[0], column..<column + 1]].reshaped([shape[0]])
    }
    set {
      requireMatrix("column")
      requireSlice(column, of: shape[1], "column")
      let block = newValue.reshaped([newValue.count, 1])
      self[ranges: [0..<shape[0], column..<column + 1]] = block
    }
  }

  /// The part at an index of the first axis: image n of a batch, row i of a matrix.
  ///
  /// - Shapes: of `[N, …]` the part is `[…]`.
  public subscript(slice index: Int) -> Tensor {
    get { part(index, "slice") }
    set { setPart(index, newValue, "slice") }
  }
}

extension Tensor {
  /// The indices of an axis that lie in a range: all from 2 in `2...`.
  ///
  /// - Precondition: The range lies within the axis.
  func places(_ range: some RangeExpression<Int>, axis: Int) -> Range<Int> {
    // `...(-1)` ends at 0 as `..<0` does, which is empty.
    if let through = range as? PartialRangeThrough<Int> {
      require(
        through.upperBound >= 0,
        "window: range ...\(through.upperBound) is out of bounds for shape \(shape)")
    }
    // Of all numbers first: where a range begins beyond an axis, the standard library ends the program.
    let all = range.relative(to: Int.min..<Int.max)
    let lower = all.lowerBound == .min ? 0 : all.lowerBound
    let upper = all.upperBound == .max ? shape[axis] : all.upperBound
    require(
      0 <= lower && lower <= upper && upper <= shape[axis],
      "window: range \(lower)\(all.upperBound == .max ? "..." : "..<\(upper)") is out of bounds for "
        + "shape \(shape)")
    return lower..<upper
  }

  private func part(_ index: Int, _ name: String) -> Tensor {
    let range = sliceRange(index, name)
    return Tensor(unchecked: Array(shape.dropFirst()), Array(scalars[range]))
  }

  private mutating func setPart(_ index: Int, _ newValue: Tensor, _ name: String) {
    let range = sliceRange(index, name)
    let expected = Array(shape.dropFirst())
    require(
      newValue.shape == expected,
      "\(name): a part of shape \(expected) cannot hold shape \(newValue.shape)")
    scalars.replaceSubrange(range, with: newValue.scalars)
  }

  private func sliceRange(_ index: Int, _ name: String) -> Range<Int> {
    require(rank >= 1, "slice: a single number has no axis to slice")
    requireSlice(index, of: shape[0], name)
    let length = shape.dropFirst().reduce(1, *)
    return index * length..<(index + 1) * length
  }

  private func requireSlice(_ index: Int, of length: Int, _ name: String) {
    require(
      index >= 0 && index < length,
      "\(name): index \(index) is out of range for shape \(shape)")
  }

  /// The place of a block's first element, and its shape.
  private func block(of ranges: [Range<Int>]) -> (start: Int, shape: [Int]) {
    require(
      ranges.count == rank,
      "window: \(ranges.count) ranges given for a tensor of rank \(rank) with shape \(shape)")
    for (range, length) in zip(ranges, shape) {
      require(
        range.lowerBound >= 0 && range.upperBound <= length,
        "window: range \(range) is out of bounds for shape \(shape)")
    }
    return (zip(ranges, strides).reduce(0) { $0 + $1.0.lowerBound * $1.1 }, ranges.map(\.count))
  }
}
