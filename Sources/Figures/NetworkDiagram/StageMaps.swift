import CNNCore

/// The small heatmaps of one stage, one below the other.
struct StageMaps {
  private let parts: [Part]
  /// How many maps are not drawn.
  private let hidden: Int
  private let mapsWidth: Double
  private let mapsHeight: Double

  /// A map, or a piece of a folded one, below the former.
  private struct Part {
    var map: Heatmap
    var geometry: HeatmapGeometry
    var values: ArraySlice<Double>
    var y: Double
  }

  /// Of more maps the first are drawn, one fewer, and their number is told.
  private static let mostMaps = 4
  private static let gap = 6.0
  /// Vectors of so many numbers stand upright, longer ones are folded into a block.
  private static let longestVector = 10
  private static let tallestVector = 120.0

  init(_ map: Heatmap) {
    let size = map.rows * map.columns
    let count = size == 0 ? 0 : map.values.count / size
    let shown = count > Self.mostMaps ? Self.mostMaps - 1 : count
    hidden = count - shown
    let drawn = Array(map.values.prefix(shown * size))
    let isVector = min(map.rows, map.columns) == 1
    let isUpright = isVector && size <= Self.longestVector
    let across = isUpright ? 1 : isVector ? Self.foldedColumns(size) : map.columns
    let rows = size == 0 ? 0 : (size - 1) / across + 1
    let longest = Double(max(rows, across, 1))
    let side = isUpright ? Self.tallestVector : Self.side(longest)
    let cell = max(2, min(16, (4 * side / longest).rounded(.down) / 4))
    var parts: [Part] = []
    var y = 0.0
    for index in 0..<shown {
      if index > 0 { y += Self.gap }
      let values = map.values[index * size..<(index + 1) * size]
      // All full rows, and what is left of a folded vector.
      let full = values.prefix(size / across * across)
      for piece in [full, values.dropFirst(full.count)] where !piece.isEmpty {
        let columns = min(across, piece.count)
        var block = map.folded(rows: piece.count / columns, columns: columns)
        // Colors for what is drawn alone.
        block.values = drawn
        let geometry = HeatmapGeometry(block, fixedCell: CellSize(width: cell, height: cell))
        parts.append(Part(map: block, geometry: geometry, values: piece, y: y))
        y += geometry.gridHeight
      }
    }
    self.parts = parts
    mapsWidth = parts.map(\.geometry.gridWidth).max() ?? 0
    mapsHeight = y
  }

  var width: Double { max(mapsWidth, hidden > 0 ? TextWidth.of(hiddenText, size: 11) : 0) }
  var height: Double { mapsHeight + (hidden > 0 ? 16 : 0) }

  private var hiddenText: String { "and \(hidden) more" }

  /// The maps around the height 0.
  func content(center: Double) -> String {
    let top = -(height / 2).rounded()
    let x = (center - mapsWidth / 2).rounded()
    let maps = parts.map { part in
      let panel = HeatmapPanel(
        map: part.map, geometry: part.geometry, scale: part.map.scale, numbers: part.map.numbers,
        values: part.values)
      return Markup.group(panel.content, x: x, y: top + part.y)
    }.joined()
    guard hidden > 0 else { return maps }
    return maps
      + Markup.text(hiddenText, x: center, y: top + mapsHeight + 12, class: "label")
  }

  /// How long a map's longer side is at most: of one with more cells longer, but less so than their number.
  private static func side(_ cells: Double) -> Double { 36 + 7 * Double.log2(cells) }

  /// About as many columns as rows; the vector's length is a multiple of them where it can be.
  private static func foldedColumns(_ count: Int) -> Int {
    let square = (1...count).first { $0 * $0 >= count } ?? count
    return (square..<2 * square).first { count % $0 == 0 } ?? square
  }
}
