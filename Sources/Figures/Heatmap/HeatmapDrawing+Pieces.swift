extension HeatmapDrawing {
  /// What a phone shows at three quarters of its size.
  private static let widestPiece = 400.0
  /// Longer lists with their numbers are broken into lines of about so many, which a phone has room for.
  private static let (longestLine, brokenLine) = (16, 7)

  /// How many columns a narrow page shows side by side of a single map that is too wide for it; nil
  /// where all fit, or where what belongs to the map would not move along.
  var columnsInPiece: Int? {
    guard map.shape.count < 3, map.writesValues, !map.showsColorBar, map.highlights.isEmpty,
      geometry.width + 4 > SVG.widestUnshrunk
    else { return nil }
    let fitting = max(1, Int((Self.widestPiece - geometry.left) / geometry.cell.width))
    guard fitting < geometry.columns else { return nil }
    let pieces = (geometry.columns + fitting - 1) / fitting
    return (geometry.columns + pieces - 1) / pieces
  }

  /// The map as pieces side by side, which a narrow page shows one below the other.
  func pieces(of count: Int) -> HeatmapBlock {
    let names = (0..<geometry.columns).map(map.columnName)
    let top = map.showsIndices && !map.shape.isEmpty ? 15.0 : 0
    let legendHeight = geometry.top - top
    let step = top + geometry.gridHeight + 8
    var content = ""
    var y = legendHeight
    if let legend = map.labels?.legend, !legend.isEmpty {
      content += Markup.text(legend, x: geometry.left, y: 11, class: "label start")
    }
    for start in stride(from: 0, to: geometry.columns, by: count) {
      let columns = start..<min(start + count, geometry.columns)
      let piece = map.columns(columns, named: Array(names[columns]))
      let isFirst = start == 0
      let measures = HeatmapGeometry(
        rows: geometry.rows, columns: columns.count, cell: geometry.cell,
        left: isFirst ? geometry.left : 0, top: top, isCompact: geometry.isCompact)
      let panel = HeatmapPanel(
        map: piece, geometry: measures, scale: scale, numbers: numbers, values: piece.values[...])
      let rowNames = isFirst ? "" : Reflow.narrowOnly(rowNames(top: top))
      let x = isFirst ? 0 : geometry.left
      content += Reflow.moved(
        panel.content + rowNames,
        here: (x + Double(start) * geometry.cell.width, legendHeight), there: (x, y))
      y += step
    }
    let width = geometry.left + Double(count) * geometry.cell.width
    var block = HeatmapBlock()
    block.narrow = (width, y - 8, (geometry.left + width) / 2)
    block.add(content, x: 0, y: 0, geometry: geometry)
    return block
  }

  /// How many numbers of a long list stand in a line; nil where it is not to be broken.
  var numbersInLine: Int? {
    guard map.shape.count == 1, map.writesValues, geometry.columns > Self.longestLine,
      !map.showsColorBar, map.highlights.isEmpty
    else { return nil }
    let lines = (geometry.columns + Self.brokenLine - 1) / Self.brokenLine
    return (geometry.columns + lines - 1) / lines
  }

  /// A list in lines of the given length.
  func lines(of count: Int) -> HeatmapBlock {
    let names = (0..<geometry.columns).map(map.columnName)
    var block = HeatmapBlock()
    var y = 0.0
    for start in stride(from: 0, to: geometry.columns, by: count) {
      let columns = start..<min(start + count, geometry.columns)
      let piece = map.columns(columns, named: Array(names[columns]))
      let measures = HeatmapGeometry(
        rows: 1, columns: columns.count, cell: geometry.cell, left: 0, top: geometry.top,
        isCompact: geometry.isCompact)
      let panel = HeatmapPanel(
        map: piece, geometry: measures, scale: scale, numbers: numbers, values: piece.values[...])
      block.add(Markup.group(panel.content, x: 0, y: y), x: 0, y: y, geometry: measures)
      y += measures.height + 8
    }
    return block
  }

  /// The names of the rows, left of the first cells.
  private func rowNames(top: Double) -> String {
    guard geometry.left > 0 else { return "" }
    let names = (0..<geometry.rows).map { row in
      let y = Markup.number(top + (Double(row) + 0.5) * geometry.cell.height + 4)
      return "<tspan x=\"-5\" y=\"\(y)\">\(Markup.escaped(map.rowName(row)))</tspan>"
    }
    return "<text class=\"i end\">\(names.joined())</text>"
  }
}

extension Heatmap {
  /// Some columns of a matrix.
  fileprivate func columns(_ range: Range<Int>, named names: [String]) -> Heatmap {
    var result = self
    let (rows, columns) = (rows, columns)
    result.values = (0..<rows).flatMap { row in range.map { values[row * columns + $0] } }
    result.shape = shape.dropLast() + [range.count]
    result.labels = Labels(rows: (0..<rows).map(rowName), columns: names)
    return result
  }
}
