/// One map of a heatmap figure: its cells, values, indices and outlines.
struct HeatmapPanel {
  let map: Heatmap
  let geometry: HeatmapGeometry
  let scale: ColorScale
  let numbers: MatrixNumbers
  /// The values of this map in row-major order.
  let values: ArraySlice<Double>

  /// The elements of the map with its top left corner at the origin.
  var content: String {
    let grid = Markup.group(outlines, x: geometry.left, y: geometry.top)
    return cells + indices + (map.writesValues ? texts : marks) + grid
  }

  private func value(_ row: Int, _ column: Int) -> Double {
    values[values.startIndex + row * geometry.columns + column]
  }
}

// MARK: - Cells

extension HeatmapPanel {
  /// One path for each level: a horizontal stroke through its cells, one unit thick.
  private var cells: String {
    var paths: [ColorScale.Level: String] = [:]
    for row in 0..<geometry.rows {
      var column = 0
      while column < geometry.columns {
        let level = scale.level(of: value(row, column))
        var end = column + 1
        while end < geometry.columns, scale.level(of: value(row, end)) == level { end += 1 }
        paths[level, default: ""] += "M\(column) \(row)h\(end - column)"
        column = end
      }
    }
    let content = paths.sorted { $0.key < $1.key }
      .map { Markup.path($0.value, class: $0.key.name) }.joined()
    let x = Markup.number(geometry.left)
    let y = Markup.number(geometry.top + geometry.cell.height / 2)
    let scale = Markup.scale(geometry.cell.width, geometry.cell.height)
    return """
      <g class="cells" transform="translate(\(x) \(y))scale(\(scale))">\
      \(content)\(hatching)\(Markup.path(gridLines, class: "grid"))</g>
      """
  }

  /// Diagonal strokes over the cells that hold no number.
  private var hatching: String {
    var data = ""
    for row in 0..<geometry.rows {
      for column in 0..<geometry.columns where value(row, column).isNaN {
        let bottom = Markup.number(Double(row) + 0.5)
        data += "M\(column) \(row)l.5-.5M\(column) \(bottom)l1-1m-.5 1l.5-.5"
      }
    }
    return Markup.path(data, class: "hatch")
  }

  /// The frame, and the lines between cells that are large enough for them.
  private var gridLines: String {
    let (rows, columns) = (geometry.rows, geometry.columns)
    var data = "M0-.5h\(columns)v\(rows)H0z"
    guard geometry.cell.width >= 10 else { return data }
    for row in 1..<max(rows, 1) { data += "M0 \(Markup.number(Double(row) - 0.5))h\(columns)" }
    for column in 1..<max(columns, 1) { data += "M\(column)-.5v\(rows)" }
    return data
  }
}

// MARK: - Texts

extension HeatmapPanel {
  /// How far an index may stand out beyond the last column, in pixels.
  private static let overhang = 2.0

  private func x(_ column: Int) -> String {
    Markup.number(geometry.left + (Double(column) + 0.5) * geometry.cell.width)
  }

  private func baseline(_ row: Int, offset: Double) -> String {
    Markup.number(geometry.top + (Double(row) + 0.5) * geometry.cell.height + offset)
  }

  /// The column indices, and the row indices where they do not stand in the rows' own elements.
  private var indices: String {
    guard geometry.top > 0 else { return "" }
    let names = map.labels?.columns ?? [map.columnName(geometry.columns - 1)]
    let columns = geometry.writtenIndices(
      count: geometry.columns, cellLength: geometry.cell.width,
      textLength: (names.map { TextWidth.of($0, size: 10) }.max() ?? 0) + 6)
    var text = legend + "<text class=\"i\" y=\"\(Markup.number(geometry.top - 5))\">"
    for column in columns {
      let name = map.columnName(column)
      let end = (Double(column) + 0.5) * geometry.cell.width + TextWidth.of(name, size: 10) / 2
      // The last of many small cells has no room for a long index.
      guard end <= geometry.gridWidth + Self.overhang else { continue }
      text += "<tspan x=\"\(x(column))\">\(Markup.escaped(name))</tspan>"
    }
    text += "</text>"
    guard geometry.left > 0, !map.writesValues else { return text }
    let rows = geometry.writtenIndices(
      count: geometry.rows, cellLength: geometry.cell.height, textLength: 14)
    text += "<text class=\"i end\">"
    for row in rows {
      let x = Markup.number(geometry.left - 5)
      text +=
        "<tspan x=\"\(x)\" y=\"\(baseline(row, offset: 3.5))\">"
        + "\(Markup.escaped(map.rowName(row)))</tspan>"
    }
    return text + "</text>"
  }

  /// What the labels of rows and columns mean, above them.
  private var legend: String {
    guard let words = map.labels?.legend, !words.isEmpty else { return "" }
    return Markup.text(words, x: geometry.left, y: 11, class: "label start")
  }

  /// One element for each row: its index, then the values.
  private var texts: String {
    let name = geometry.isCompact ? "r small" : "r"
    return (0..<geometry.rows).map { row in
      let head =
        geometry.left > 0 ? " x=\"\(Markup.number(geometry.left - 5))\"" : ""
      let index = geometry.left > 0 ? Markup.escaped(map.rowName(row)) : ""
      let spans = (0..<geometry.columns).map { span(row, $0) }.joined()
      return
        "<text class=\"\(name)\"\(head) y=\"\(baseline(row, offset: 4))\">\(index)\(spans)</text>"
    }.joined()
  }

  private func span(_ row: Int, _ column: Int) -> String {
    let value = value(row, column)
    let look = value.isNaN ? " class=\"q\"" : scale.level(of: value).isStrong ? " class=\"s\"" : ""
    return "<tspan\(look) x=\"\(x(column))\">\(numbers.text(value))</tspan>"
  }
}

// MARK: - Marks and outlines

extension HeatmapPanel {
  /// Signs for cells without text that are large enough: a bar for negative values, triangles for infinities.
  private var marks: String {
    let width = geometry.cell.width
    guard width >= 9 else { return "" }
    // Dashes in all but white cells would hide the map.
    let least = max(scale.domain.lowerBound.magnitude, scale.domain.upperBound.magnitude) * 0.02
    var weak = ""
    var strong = ""
    let half = (width * 0.22 * 2).rounded() / 2
    for row in 0..<geometry.rows {
      for column in 0..<geometry.columns {
        let value = value(row, column)
        guard value.isInfinite || value < -least else { continue }
        let x = geometry.left + (Double(column) + 0.5) * width
        let y = geometry.top + (Double(row) + 0.5) * geometry.cell.height
        let mark: String
        if value.isInfinite {
          let rise = value > 0 ? -half * 2 : half * 2
          mark =
            "M\(Markup.number(x - half)) \(Markup.number(y - rise / 2))h\(Markup.number(half * 2))"
            + "l\(Markup.number(-half)) \(Markup.number(rise))z"
        } else {
          mark =
            "M\(Markup.number(x - half)) \(Markup.number(y - 0.5))h\(Markup.number(half * 2))"
            + "v1h\(Markup.number(-half * 2))z"
        }
        if scale.level(of: value).isStrong { strong += mark } else { weak += mark }
      }
    }
    return Markup.path(weak, class: "mark") + Markup.path(strong, class: "markstrong")
  }

  /// The highlights' outlines, each with a halo that sets it off from any color.
  private var outlines: String {
    let looks = HighlightStyle.looks(of: map.highlights)
    let paths = zip(looks, map.highlights).map { index, highlight in
      let x = Double(highlight.columns.lowerBound) * geometry.cell.width
      let y = Double(highlight.rows.lowerBound) * geometry.cell.height
      let width = Double(highlight.columns.count) * geometry.cell.width
      let height = Double(highlight.rows.count) * geometry.cell.height
      return HighlightStyle.outline(index: index, x: x, y: y, width: width, height: height)
    }
    return paths.joined()
  }
}

/// The look of outlines: several kinds in one map differ by their dashes.
enum HighlightStyle {
  /// The look of each highlight: what has one label, or none, looks alike. Where outlines without
  /// labels overlap, each has its own look.
  static func looks(of highlights: [Heatmap.Highlight]) -> [Int] {
    let unnamed = highlights.filter { $0.label == nil }
    let overlap = unnamed.indices.contains { index in
      unnamed[..<index].contains {
        $0.rows.overlaps(unnamed[index].rows) && $0.columns.overlaps(unnamed[index].columns)
      }
    }
    if overlap { return Array(highlights.indices) }
    var kinds: [String?] = []
    return highlights.map { highlight in
      if let look = kinds.firstIndex(of: highlight.label) { return look }
      kinds.append(highlight.label)
      return kinds.count - 1
    }
  }

  /// A rectangle in the look of the highlight with the given number.
  static func outline(
    index: Int, x: Double, y: Double, width: Double, height: Double
  ) -> String {
    let number = Markup.number
    return outline(
      index: index, "M\(number(x)) \(number(y))h\(number(width))v\(number(height))H\(number(x))z")
  }

  /// A path in the look of the highlight with the given number.
  static func outline(index: Int, _ data: String) -> String {
    let dashes = ["", " dash", " dot"][index % 3]
    return Markup.path(data, class: "halo") + Markup.path(data, class: "box" + dashes)
  }
}
