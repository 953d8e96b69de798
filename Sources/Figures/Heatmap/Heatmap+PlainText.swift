extension Heatmap {
  /// Longer axes are shortened to their first and last elements in plain text.
  private static let longestAxis = 20
  private static let keptAtEnds = 5

  /// The title, the shape, and the aligned numbers.
  public var plainText: String {
    let factor = numbers.factor.map { " (\($0))" } ?? ""
    if shape.isEmpty {
      return (title.map { $0 + " = " } ?? "") + numbers.text(values[0]) + factor
    }
    let shapeNote = shape.count == 1 ? "(\(shape[0]))" : "(\(shapeText))"
    let heading = [title, shapeNote].compactMap { $0 }.joined(separator: " ") + factor
    let size = rows * columns
    guard size > 0 else { return heading }
    let blocks = (0..<values.count / size).map { index in
      let lines = tableLines(values[index * size..<(index + 1) * size])
      return (shape.count > 2 ? [panelLabel(index)] : []) + lines
    }
    return ([heading] + blocks.flatMap { $0 }).joined(separator: "\n")
  }

  private func tableLines(_ values: ArraySlice<Double>) -> [String] {
    let shownColumns = Self.shown(columns)
    let cells = Self.shown(rows).map { row in
      shownColumns.map { column in
        guard let row, let column else { return "…" }
        return numbers.text(values[values.startIndex + row * columns + column])
      }
    }
    let width = cells.joined().map(\.count).max() ?? 0
    return cells.map { row in
      row.map { String(repeating: " ", count: width - $0.count) + $0 }.joined(separator: "  ")
    }
  }

  /// The indices to show; nil stands for those left out.
  private static func shown(_ count: Int) -> [Int?] {
    guard count > longestAxis else { return Array(0..<count) }
    return Array(0..<keptAtEnds) + [nil] + Array(count - keptAtEnds..<count)
  }
}
