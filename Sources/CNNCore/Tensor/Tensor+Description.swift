extension Tensor: CustomStringConvertible {
  /// The elements in aligned rows, in the way of NumPy: up to 8 digits after the point, scientific
  /// notation for very large, very small or very different magnitudes, and only the edges of a
  /// tensor of more than 1,000 elements.
  public var description: String {
    let edge = count > 1000 ? 3 : nil
    let shown = shownOffsets(edge: edge)
    let texts = TensorNumberFormat(shown.map { scalars[$0] }).texts
    var remaining = texts[...]
    return text(axis: 0, edge: edge) { remaining.removeFirst() }
  }

  private func text(axis: Int, edge: Int?, next: () -> String) -> String {
    if axis == rank { return next() }
    let parts = shownIndices(axis, edge: edge).map { index in
      index == nil ? "..." : text(axis: axis + 1, edge: edge, next: next)
    }
    let separator =
      axis == rank - 1
      ? " "
      : String(repeating: "\n", count: rank - 1 - axis) + String(repeating: " ", count: axis + 1)
    return "[" + parts.joined(separator: separator) + "]"
  }

  /// The indices shown along an axis; nil stands for those left out.
  private func shownIndices(_ axis: Int, edge: Int?) -> [Int?] {
    let length = shape[axis]
    guard let edge, length > 2 * edge else { return Array(0..<length) }
    return Array(0..<edge) + [nil] + Array(length - edge..<length)
  }

  private func shownOffsets(edge: Int?) -> [Int] {
    var offsets = [0]
    for axis in 0..<rank {
      let indices = shownIndices(axis, edge: edge).compactMap { $0 }
      offsets = offsets.flatMap { outer in indices.map { outer * shape[axis] + $0 } }
    }
    return offsets
  }
}
