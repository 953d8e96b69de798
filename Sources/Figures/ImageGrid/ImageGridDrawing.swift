/// The drawing of an image grid.
struct ImageGridDrawing {
  private let grid: ImageGrid
  private let scale: ColorScale

  private static let gap = 12.0
  private static let margin = 4.0
  private static let labelHeight = 16.0
  /// The width that pictures in a row should not exceed.
  private static let preferredWidth = 640.0
  private static let side = 84.0

  init(_ grid: ImageGrid, scale: ColorScale) {
    self.grid = grid
    self.scale = scale
  }

  /// How many pictures with their titles fit side by side.
  static func fittingColumns(_ cells: [ImageGrid.Cell]) -> Int {
    let fitting = Int((preferredWidth + gap) / (slotWidth(cells) + gap))
    return max(1, min(cells.count, fitting))
  }

  var svg: SVG {
    let slot = Self.slotWidth(grid.cells)
    let labels = grid.cells.contains { $0.title != nil } ? Self.labelHeight : 0
    let picture = grid.cells.map { Self.geometry($0).gridHeight }.max() ?? 0
    let slotHeight = labels + picture + Self.gap
    let rowCount = (grid.cells.count + grid.columns - 1) / grid.columns
    let across = min(grid.columns, max(grid.cells.count, 1))
    let titleWidth = TextWidth.of(grid.title ?? "", size: 13 * 1.12)
    let gridWidth = Double(across) * (slot + Self.gap) - Self.gap
    let width = max(gridWidth, titleWidth) + 2 * Self.margin
    let left = (width - gridWidth) / 2
    let top = Self.margin + (grid.title == nil ? 0 : 20)
    var content = grid.title.map { Markup.text($0, x: width / 2, y: 14, class: "title") } ?? ""
    for (index, cell) in grid.cells.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: grid.columns)
      let x = left + Double(column) * (slot + Self.gap)
      let y = top + Double(row) * slotHeight
      content += Markup.group(
        drawing(cell, slot: slot, labelHeight: labels), x: x.rounded(), y: y)
    }
    return SVG(
      width: width, height: top + Double(rowCount) * slotHeight - Self.gap + Self.margin,
      alternative: grid.textAlternative, content: content)
  }
}

extension ImageGridDrawing {
  /// Pictures are enlarged to about the same side in whole pixels per cell.
  private static func geometry(_ cell: ImageGrid.Cell) -> HeatmapGeometry {
    let longest = Double(max(cell.map.rows, cell.map.columns, 1))
    let pixel = max(1, (side / longest).rounded())
    return HeatmapGeometry(cell.map, fixedCell: CellSize(width: pixel, height: pixel))
  }

  private static func slotWidth(_ cells: [ImageGrid.Cell]) -> Double {
    cells.map { cell in
      let label = TextWidth.of(label(cell) ?? "", size: 11 * (cell.isMarked ? 1.12 : 1))
      return max(geometry(cell).gridWidth, label.rounded(.up))
    }.max() ?? 0
  }

  private static func label(_ cell: ImageGrid.Cell) -> String? {
    let cross = cell.isMarked ? "✗" : nil
    let words = [cross, cell.title].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func drawing(_ cell: ImageGrid.Cell, slot: Double, labelHeight: Double) -> String {
    let geometry = Self.geometry(cell)
    let panel = HeatmapPanel(
      map: cell.map, geometry: geometry, scale: scale,
      numbers: cell.map.numbers, values: cell.map.values[...])
    let x = ((slot - geometry.gridWidth) / 2).rounded()
    var content = panel.content
    if cell.isMarked {
      content += HighlightStyle.outline(
        index: 0, x: 0, y: 0, width: geometry.gridWidth, height: geometry.gridHeight)
    }
    var result = Markup.group(content, x: x, y: labelHeight)
    if let label = Self.label(cell) {
      result += Markup.text(label, x: slot / 2, y: 11, class: cell.isMarked ? "wrong" : "label")
    }
    return result
  }
}
