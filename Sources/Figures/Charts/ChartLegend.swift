/// The names of lines below a chart, in as many rows as they need.
struct ChartLegend {
  /// A name with a sample of its line.
  struct Entry {
    /// The sample, 18 wide, to the left of the text's baseline at the origin.
    var swatch: String
    /// The width of the text.
    var width: Double
    /// The text from a point of its baseline.
    var text: (_ x: Double, _ y: Double) -> String
  }

  private let rows: [[Entry]]

  private static let swatchWidth = 24.0
  private static let gap = 16.0
  private static let rowHeight = 20.0

  /// Rows of at most the given width, unless one name alone is wider.
  init(_ entries: [Entry], widest: Double) {
    var rows: [[Entry]] = []
    var used = Double.infinity
    for entry in entries {
      let width = Self.swatchWidth + entry.width
      if used + Self.gap + width > widest {
        rows.append([])
        used = -Self.gap
      }
      rows[rows.count - 1].append(entry)
      used += Self.gap + width
    }
    self.rows = rows
  }

  /// The height of all rows.
  var height: Double { rows.isEmpty ? 0 : Double(rows.count) * Self.rowHeight + 4 }

  /// The legend with its top left corner at a point.
  func content(x: Double, y: Double) -> String {
    var content = ""
    for (index, row) in rows.enumerated() {
      var x = x
      let baseline = y + Double(index) * Self.rowHeight + 15
      for entry in row {
        content += Markup.group(entry.swatch, x: x, y: baseline)
        content += entry.text(x + Self.swatchWidth, baseline)
        x += Self.swatchWidth + entry.width + Self.gap
      }
    }
    return content
  }
}
