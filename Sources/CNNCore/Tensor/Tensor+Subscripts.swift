extension Tensor {
  /// An element of a vector.
  public subscript(_ index: Int) -> Scalar {
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    get {
      require(rank == 1 && index >= 0 && index < count, outOfRange([index]))
      return scalars[index]
    }
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    set {
      require(rank == 1 && index >= 0 && index < count, outOfRange([index]))
      scalars[index] = newValue
    }
  }

  /// An element of a matrix.
  public subscript(_ row: Int, _ column: Int) -> Scalar {
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    get {
      scalars[offset(row, column)]
    }
    @_specialize(where Scalar == Float)
    @_specialize(where Scalar == Double)
    set {
      scalars[offset(row, column)] = newValue
    }
  }

  /// An element of a tensor of rank 3 or higher, one index for each axis.
  public subscript(_ first: Int, _ second: Int, _ third: Int, _ rest: Int...) -> Scalar {
    get { scalars[offset([first, second, third] + rest)] }
    set { scalars[offset([first, second, third] + rest)] = newValue }
  }

  /// An element by the list of its indices, one for each axis.
  public subscript(indices indices: [Int]) -> Scalar {
    get { scalars[offset(indices)] }
    set { scalars[offset(indices)] = newValue }
  }
}

extension Tensor {
  /// The place in row-major order of the element with the given indices.
  func offset(_ indices: [Int]) -> Int {
    require(indices.count == rank, outOfRange(indices))
    var offset = 0
    for (index, length) in zip(indices, shape) {
      require(index >= 0 && index < length, outOfRange(indices))
      offset = offset * length + index
    }
    return offset
  }

  /// The place in row-major order of a matrix's element.
  @inline(__always)
  private func offset(_ row: Int, _ column: Int) -> Int {
    require(
      rank == 2 && row >= 0 && row < shape[0] && column >= 0 && column < shape[1],
      outOfRange([row, column]))
    return row * shape[1] + column
  }

  private func outOfRange(_ indices: [Int]) -> String {
    if indices.count != rank {
      let given = indices.count == 1 ? "1 index" : "\(indices.count) indices"
      return "Tensor: \(given) given for a tensor of rank \(rank) with shape \(shape)"
    }
    return "Tensor: index \(indices) is out of range for shape \(shape)"
  }
}
