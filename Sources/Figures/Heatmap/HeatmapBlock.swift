/// What stands under the title of a heatmap, and its measures.
struct HeatmapBlock {
  var content = ""
  var width = 0.0
  var height = 0.0
  /// The edges of the maps without their indices.
  var gridLeft = Double.infinity
  var gridRight = 0.0
  var gridTop = Double.infinity
  var gridBottom = 0.0
  /// The width, the height and the maps' center in a narrow page, where the maps have places of their own.
  var narrow: (width: Double, height: Double, center: Double)?

  /// The horizontal center of the maps.
  var gridCenter: Double { (gridLeft + gridRight) / 2 }

  /// Adds a map whose index area starts at the given point.
  mutating func add(_ panel: String, x: Double, y: Double, geometry: HeatmapGeometry) {
    content += panel
    gridLeft = min(gridLeft, x + geometry.left)
    gridRight = max(gridRight, x + geometry.width)
    gridTop = min(gridTop, y + geometry.top)
    gridBottom = max(gridBottom, y + geometry.height)
    width = max(width, gridRight)
    height = max(height, gridBottom)
  }

  /// Adds a color bar: at the right of high maps, below flat ones.
  mutating func add(_ bar: ColorBar, beside geometry: HeatmapGeometry) {
    if gridBottom - gridTop >= 72 {
      let length = min(gridBottom - gridTop, 240)
      let y = (gridTop + gridBottom - length) / 2
      content += bar.vertical(x: gridRight + 14, y: y, length: length)
      width = gridRight + 14 + bar.verticalWidth
      // The lowest label is centered at the bar's end.
      height = max(height, y + length + 5)
    } else {
      let length = max(gridRight - gridLeft, 140)
      content += bar.horizontal(x: gridLeft, y: height + 12, length: length)
      height += 12 + ColorBar.horizontalHeight
      width = max(width, gridLeft + length + bar.overhang)
    }
  }

  /// Adds a line for each label of highlights.
  mutating func addLegend(_ highlights: [Heatmap.Highlight]) {
    var told: Set<String> = []
    for (look, highlight) in zip(HighlightStyle.looks(of: highlights), highlights) {
      guard let label = highlight.label, told.insert(label).inserted else { continue }
      height += 8
      content += HighlightStyle.outline(
        index: look, x: gridLeft + 2, y: height, width: 16, height: 12)
      content += Markup.text(label, x: gridLeft + 26, y: height + 10, class: "label start")
      height += 14
      width = max(width, gridLeft + 26 + TextWidth.of(label, size: 11))
    }
  }
}
