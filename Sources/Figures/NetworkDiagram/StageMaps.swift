/// The small heatmaps of one stage, one below the other.
struct StageMaps {
  private let map: Heatmap
  private let geometry: HeatmapGeometry
  private let count: Int

  private static let mostMaps = 4

  init(_ map: Heatmap) {
    self.map = map
    let longest = Double(max(map.rows, map.columns, 1))
    let side = max(2, min(16, (84 / longest).rounded(.down)))
    geometry = HeatmapGeometry(map, fixedCell: CellSize(width: side, height: side))
    let size = max(1, map.rows * map.columns)
    count = min(map.values.count / size, Self.mostMaps)
  }

  var width: Double { geometry.gridWidth }
  var height: Double {
    let hidden = map.values.count > count * map.rows * map.columns ? 16.0 : 0
    return Double(count) * (geometry.gridHeight + 6) - 6 + hidden
  }

  /// The maps around the height 0.
  func content(center: Double) -> String {
    let size = map.rows * map.columns
    var y = -(height / 2).rounded()
    var content = ""
    for index in 0..<count {
      let panel = HeatmapPanel(
        map: map, geometry: geometry, scale: map.scale, numbers: map.numbers,
        values: map.values[index * size..<(index + 1) * size])
      content += Markup.group(panel.content, x: (center - width / 2).rounded(), y: y)
      y += geometry.gridHeight + 6
    }
    let hidden = size > 0 ? map.values.count / size - count : 0
    if hidden > 0 {
      content += Markup.text("and \(hidden) more", x: center, y: y + 6, class: "label")
    }
    return content
  }
}
