extension Tensor: CustomStringConvertible {
  /// The numbers in rows, aligned at their ends, as NumPy prints arrays.
  ///
  /// Rows and columns beyond the first and last three of a long axis are left out.
  public var description: String {
    guard rank > 0 else { return scalars[0].description }
    let texts = scalars.count <= 1000 ? scalars.map(\.description) : []
    let width = texts.map(\.count).max() ?? 0
    return description(axis: 0, start: 0, width: width, texts: texts)
  }

  private func description(axis: Int, start: Int, width: Int, texts: [String]) -> String {
    let step = shape[(axis + 1)...].reduce(1, *)
    let isLast = axis == rank - 1
    var parts: [String] = []
    for index in 0..<shape[axis] {
      if texts.isEmpty && shape[axis] > 6 && (3..<shape[axis] - 3).contains(index) {
        if index == 3 { parts.append("…") }
        continue
      }
      let offset = start + index * step
      if isLast {
        let text = texts.isEmpty ? scalars[offset].description : texts[offset]
        parts.append(String(repeating: " ", count: Swift.max(0, width - text.count)) + text)
      } else {
        parts.append(description(axis: axis + 1, start: offset, width: width, texts: texts))
      }
    }
    let indent = String(repeating: " ", count: axis + 1)
    return "[" + parts.joined(separator: isLast ? ", " : ",\n\(indent)") + "]"
  }
}
