// Links the exact rounding functions of the C library that `rounded()` compiles to.
internal import Glibc

/// The drawing of an image grid, in rows that a narrow page breaks anew.
struct ImageGridDrawing {
  private let grid: ImageGrid
  private let scale: ColorScale
  private let layout: ImageGridLayout
  private let narrow: ImageGridLayout?

  private static let margin = 4.0
  private static let labelHeight = 16.0

  init(_ grid: ImageGrid, scale: ColorScale) {
    self.grid = grid
    self.scale = scale
    layout = ImageGridLayout(grid.cells, atMost: grid.columns)
    let width = layout.width(grid.cells.count) + 2 * Self.margin
    narrow = width > SVG.widestUnshrunk ? layout.narrow : nil
  }

  var svg: SVG {
    let content = title + grid.cells.indices.map(picture).joined()
    return SVG(
      width: width(layout), height: height(layout), alternative: grid.textAlternative,
      content: narrow == nil ? content : "<g class=\"all\">\(content)</g>",
      narrow: narrow.map { SVG.Narrow(width: width($0), height: height($0), places: []) })
  }
}

// MARK: - Places

extension ImageGridDrawing {
  private var top: Double { Self.margin + (grid.title == nil ? 0 : 20) }

  private var labels: Double {
    grid.cells.contains { $0.title != nil } ? Self.labelHeight : 0
  }

  private var slotHeight: Double {
    let tallest = grid.cells.map { layout.geometry($0).gridHeight }.max() ?? 0
    return labels + tallest + ImageGridLayout.gap
  }

  private func width(_ layout: ImageGridLayout) -> Double {
    max(layout.width(grid.cells.count), TextWidth.of(grid.title ?? "", size: 13 * 1.12))
      + 2 * Self.margin
  }

  private func height(_ layout: ImageGridLayout) -> Double {
    let rows = (grid.cells.count + layout.columns - 1) / layout.columns
    return top + Double(rows) * slotHeight - ImageGridLayout.gap + Self.margin
  }

  private func place(_ index: Int, _ layout: ImageGridLayout) -> (x: Double, y: Double) {
    let (row, column) = index.quotientAndRemainder(dividingBy: layout.columns)
    let left = (width(layout) - layout.width(grid.cells.count)) / 2
    return (
      (left + Double(column) * (layout.slot + ImageGridLayout.gap)).rounded(),
      top + Double(row) * slotHeight
    )
  }
}

// MARK: - Parts

extension ImageGridDrawing {
  private var title: String {
    guard let title = grid.title else { return "" }
    let place = width(layout) / 2
    guard let narrow else { return Markup.text(title, x: place, y: 14, class: "title") }
    return Reflow.moved(
      Markup.text(title, x: 0, y: 14, class: "title"), here: (place, 0),
      there: (width(narrow) / 2, 0))
  }

  private func picture(_ index: Int) -> String {
    let content = drawing(grid.cells[index])
    let here = place(index, layout)
    guard let narrow else { return Markup.group(content, x: here.x, y: here.y) }
    return Reflow.moved(content, here: here, there: place(index, narrow))
  }

  private func drawing(_ cell: ImageGrid.Cell) -> String {
    let geometry = layout.geometry(cell)
    let panel = HeatmapPanel(
      map: cell.map, geometry: geometry, scale: scale,
      numbers: cell.map.numbers, values: cell.map.values[...])
    let x = ((layout.slot - geometry.gridWidth) / 2).rounded()
    var content = panel.content
    if cell.isMarked {
      content += HighlightStyle.outline(
        index: 0, x: 0, y: 0, width: geometry.gridWidth, height: geometry.gridHeight)
    }
    var result = Markup.group(content, x: x, y: labels)
    if let label = cell.label {
      result += Markup.text(
        label, x: layout.slot / 2, y: 11, class: cell.isMarked ? "wrong" : "label")
    }
    return result
  }
}
