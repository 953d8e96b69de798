import CNNCore

extension Heatmap {
  /// Names for the rows and columns of a heatmap, such as the values of a grid search or the classes of
  /// a confusion matrix.
  public struct Labels: Hashable, Sendable {
    /// One name for each row, from the top.
    public var rows: [String]
    /// One name for each column, from the left.
    public var columns: [String]
    /// What the rows are.
    public var rowTitle: String
    /// What the columns are.
    public var columnTitle: String

    /// Names, and what they mean.
    public init(
      rows: [String], columns: [String], rowTitle: String = "", columnTitle: String = ""
    ) {
      self.rows = rows
      self.columns = columns
      self.rowTitle = rowTitle
      self.columnTitle = columnTitle
    }

    func check(rows height: Int, columns width: Int) {
      require(
        rows.count == height && columns.count == width,
        "Heatmap: \(rows.count) row labels and \(columns.count) column labels for a "
          + "\(height)×\(width) map")
    }

    /// The line above the map: `↓ learning rate   → batch size`.
    var legend: String {
      [("↓", rowTitle), ("→", columnTitle)].filter { !$0.1.isEmpty }
        .map { "\($0.0) \($0.1)" }.joined(separator: "   ")
    }
  }

  /// The name of a row: its label, or the index of its first value.
  func rowName(_ row: Int) -> String { labels?.rows[row] ?? String(row * (block?.rows ?? 1)) }

  /// The name of a column: its label, or the index of its first value.
  func columnName(_ column: Int) -> String {
    labels?.columns[column] ?? String(column * (block?.columns ?? 1))
  }
}
