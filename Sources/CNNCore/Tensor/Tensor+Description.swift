extension Tensor: CustomStringConvertible {
  /// The elements in aligned rows, in the way of NumPy: up to 8 digits after the point, scientific
  /// notation for very large, very small or very different magnitudes, and only the edges of a
  /// tensor of more than 1,000 elements. Rows are broken after 75 columns. A single number has all the
  /// digits that tell it from others.
  public var description: String {
    if rank == 0 { return TensorNumberFormat.single(item) }
    let offsets = shownOffsets
    return rows(of: TensorNumberFormat(offsets.map { scalars[$0] }).texts)
  }

  /// How many entries at either end of an axis are shown; all where it is nil.
  private var edge: Int? { count > 1000 ? 3 : nil }

  /// The offsets of the elements that a text shows, in their order.
  var shownOffsets: [Int] {
    var offsets = [0]
    for axis in 0..<rank {
      let indices = shownIndices(axis, edge: edge).compactMap { $0 }
      offsets = offsets.flatMap { outer in indices.map { outer * shape[axis] + $0 } }
    }
    return offsets
  }

  /// The texts of the shown elements in rows and brackets.
  func rows(of texts: [String]) -> String {
    var remaining = texts[...]
    return text(axis: 0, edge: edge) { remaining.removeFirst() }
  }

  private func text(axis: Int, edge: Int?, next: () -> String) -> String {
    if axis == rank { return next() }
    let indices = shownIndices(axis, edge: edge)
    let indent = String(repeating: " ", count: axis + 1)
    if axis == rank - 1 {
      // A row is broken where it would reach beyond NumPy's 75 columns with its closing brackets.
      var lines = ""
      var line = indent
      for (position, index) in indices.enumerated() {
        let word = index == nil ? "..." : next()
        if line.count + word.count > 75 - rank && line.count > indent.count {
          while line.last == " " { line.removeLast() }
          lines += line + "\n"
          line = indent
        }
        line += word + (position == indices.count - 1 ? "" : " ")
      }
      return "[" + (lines + line).dropFirst(indent.count) + "]"
    }
    let parts = indices.map { index in
      index == nil ? "..." : text(axis: axis + 1, edge: edge, next: next)
    }
    let separator = String(repeating: "\n", count: rank - 1 - axis) + indent
    return "[" + parts.joined(separator: separator) + "]"
  }

  /// The indices shown along an axis; nil stands for those left out.
  private func shownIndices(_ axis: Int, edge: Int?) -> [Int?] {
    let length = shape[axis]
    guard let edge, length > 2 * edge else { return Array(0..<length) }
    return Array(0..<edge) + [nil] + Array(length - edge..<length)
  }
}
