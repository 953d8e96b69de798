/// The size of one cell in pixels.
struct CellSize: Hashable, Sendable {
  var width: Double
  var height: Double
}

/// Where the parts of one map lie, in pixels from its top left corner.
struct HeatmapGeometry {
  let rows: Int
  let columns: Int
  let cell: CellSize
  /// The room for row indices.
  let left: Double
  /// The room for column indices.
  let top: Double
  /// Whether the cells are too many for large text.
  let isCompact: Bool

  var gridWidth: Double { Double(columns) * cell.width }
  var gridHeight: Double { Double(rows) * cell.height }
  var width: Double { left + gridWidth }
  var height: Double { top + gridHeight }
}

extension HeatmapGeometry {
  /// The geometry of a map, with cells of its own size or of a given one.
  init(_ map: Heatmap, fixedCell: CellSize? = nil) {
    let (rows, columns) = (map.rows, map.columns)
    var cell = fixedCell ?? Self.naturalCell(map)
    if map.writesValues {
      cell.width = max(cell.width, map.minimumCell.width)
      cell.height = max(cell.height, map.minimumCell.height)
    }
    let names = map.labels?.rows ?? [map.rowName(max(0, rows - 1))]
    let indexWidth = names.map { TextWidth.of($0, size: 10) }.max() ?? 0
    let left = map.showsIndices && map.shape.count > 1 ? (indexWidth + 6).rounded(.up) : 0
    let legend = map.labels.map { $0.legend.isEmpty ? 0.0 : 17 } ?? 0
    let top = map.showsIndices && !map.shape.isEmpty ? 15 + legend : 0
    self.init(
      rows: rows, columns: columns, cell: cell, left: left, top: top,
      isCompact: Self.isCompact(columns: columns))
  }

  /// The size of a cell that the map would choose alone: square where its text allows.
  static func naturalCell(_ map: Heatmap) -> CellSize {
    guard map.writesValues else {
      let longest = Double(max(map.rows, map.columns, 1))
      let side = max(1, min(14, (300 / longest).rounded(.down)))
      return CellSize(width: side, height: side)
    }
    let compact = isCompact(columns: map.columns)
    let numbers = map.numbers
    let widest =
      map.values.lazy
      .map { TextWidth.of(numbers.text($0), size: compact ? 10.5 : 12) }.max() ?? 0
    let widestLabel = map.labels?.columns.map { TextWidth.of($0, size: 10) }.max() ?? 0
    let room = max(widest + (compact ? 6 : 10), widestLabel + 6)
    let width = max(compact ? 24 : 30, room.rounded(.up))
    return CellSize(width: width, height: min(width, compact ? 28 : 36))
  }

  /// The indices that are written along an axis: all, or every second, fifth, tenth, ….
  func writtenIndices(count: Int, cellLength: Double, textLength: Double) -> [Int] {
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    let step = steps.first { Double($0) * cellLength >= textLength } ?? 10_000
    return Array(stride(from: 0, to: count, by: step))
  }

  private static func isCompact(columns: Int) -> Bool { columns > 10 }
}
