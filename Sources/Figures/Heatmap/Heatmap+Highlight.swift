import CNNCore

extension Heatmap {
  /// Cells of a heatmap that an outline sets apart.
  public struct Highlight: Hashable, Sendable {
    /// The rows inside the outline.
    public var rows: Range<Int>
    /// The columns inside the outline.
    public var columns: Range<Int>
    /// What the outline means, written below the map.
    public var label: String?

    /// One cell.
    public static func cell(_ row: Int, _ column: Int, label: String? = nil) -> Highlight {
      Highlight(rows: row..<row + 1, columns: column..<column + 1, label: label)
    }

    /// A rectangle of cells.
    public static func window(
      rows: Range<Int>, columns: Range<Int>, label: String? = nil
    ) -> Highlight {
      Highlight(rows: rows, columns: columns, label: label)
    }

    func check(rows height: Int, columns width: Int) {
      require(
        !rows.isEmpty && !columns.isEmpty && (0..<height).contains(rows)
          && (0..<width).contains(columns),
        "Heatmap: highlighted rows \(rows), columns \(columns) do not lie within the "
          + "\(height)×\(width) map")
    }

    /// The place in words: `row 2, column 0` or `rows 0 to 2, columns 1 to 3`.
    var place: String {
      func words(_ name: String, _ range: Range<Int>) -> String {
        range.count == 1
          ? "\(name) \(range.lowerBound)"
          : "\(name)s \(range.lowerBound) to \(range.upperBound - 1)"
      }
      return words("row", rows) + ", " + words("column", columns)
    }
  }
}
