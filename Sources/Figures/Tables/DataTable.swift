/// The numbers of a figure as a table, for those who hear the page instead of seeing it.
public struct DataTable: Hashable, Sendable {
  /// The names of the columns; empty for none.
  var head: [String]
  /// The cells, row by row.
  var rows: [[String]]

  /// A table that a screen reader reaches and that takes no room on the page.
  var html: String {
    let heading = head.isEmpty ? "" : "<tr>" + head.map { "<th>\(Markup.escaped($0))" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\(Markup.escaped($0))" }.joined()
    }.joined()
    // Of a table itself the size cannot be kept from growing with its words.
    return "<div class=\"nb-data\"><table>\(heading)\(body)</table></div>"
  }
}

extension Heatmap {
  /// The values as they are written, with the labels where there are some.
  public var dataTable: DataTable? {
    guard writesValues, (1...2).contains(shape.count), !values.isEmpty else { return nil }
    let cells = (0..<rows).map { row in
      (labels.map { [$0.rows[row]] } ?? [])
        + (0..<columns).map { numbers.text(values[row * columns + $0]) }
    }
    return DataTable(head: labels.map { [""] + $0.columns } ?? [], rows: cells)
  }
}

extension LineChart {
  /// Up to twelve points of each line, the first and the last among them.
  public var dataTable: DataTable? {
    let format = NumberFormat.significant(4)
    let rows = series.flatMap { line -> [[String]] in
      let count = min(12, line.x.count)
      return (0..<count).map { step in
        let index = count < 2 ? 0 : step * (line.x.count - 1) / (count - 1)
        return [line.name, format.string(line.x[index]), format.string(line.y[index])]
      }
    }
    return DataTable(head: ["", xLabel ?? "x", yLabel ?? "y"], rows: rows)
  }
}

extension BarChart {
  /// Each bar's label and value.
  public var dataTable: DataTable? {
    let format = NumberFormat.significant(4)
    return DataTable(
      head: [xLabel ?? "", yLabel ?? ""],
      rows: zip(labels, values).map { [$0, format.string($1)] })
  }
}
