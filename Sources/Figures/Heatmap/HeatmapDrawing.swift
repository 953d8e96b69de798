/// The whole drawing of a heatmap: title, one or more maps, color bar and the legend of highlights.
struct HeatmapDrawing {
  let map: Heatmap
  /// What the drawing shows, in words.
  private let alternative: String
  let geometry: HeatmapGeometry
  let scale: ColorScale
  let numbers: MatrixNumbers
  /// Whether the maps have places of their own in a narrow page.
  private let reflows: Bool

  /// No more maps than this are drawn of one tensor.
  static let maximumPanels = 64

  init(_ map: Heatmap, reflows: Bool = true) {
    let complete = map
    let map = complete.drawn
    alternative = complete.textAlternative
    self.map = map
    self.reflows = reflows
    geometry = HeatmapGeometry(map)
    scale = map.scale
    numbers = map.numbers
  }

  var svg: SVG {
    map.values.isEmpty ? empty : filled
  }
}

// MARK: - Composition

extension HeatmapDrawing {
  private static let margin = 2.0
  private static let titleHeight = 20.0
  private static let gap = 16.0

  private var filled: SVG {
    var block = panels
    let mapsCenter = (block.gridTop + block.gridBottom) / 2
    if map.showsColorBar {
      block.add(ColorBar(scale: scale, numbers: numbers), beside: geometry)
    }
    block.addLegend(map.highlights)
    block.width = max(
      block.width,
      geometry.left + TextWidth.of(map.labels?.legend ?? "", size: 11))
    let heading = heading
    let titleWidth = heading.width
    let shift = max(0, titleWidth / 2 - block.gridCenter)
    let width = max(shift + block.width, shift + block.gridCenter + titleWidth / 2)
    let top = Self.margin + (heading.text.isEmpty ? 0 : Self.titleHeight)
    let center = shift + block.gridCenter + Self.margin
    func title(x: Double) -> String {
      heading.text.isEmpty
        ? "" : "<text class=\"title\" x=\"\(Markup.number(x))\" y=\"14\">\(heading.text)</text>"
    }
    var content = title(x: center) + Markup.group(block.content, x: shift + Self.margin, y: top)
    var narrow: SVG.Narrow?
    if let form = block.narrow {
      let narrowShift = max(0, titleWidth / 2 - form.center)
      let narrowCenter = narrowShift + form.center + Self.margin
      let parts =
        Reflow.moved(title(x: 0), here: (center, 0), there: (narrowCenter, 0))
        + Reflow.moved(
          block.content, here: (shift + Self.margin, top),
          there: (narrowShift + Self.margin, top))
      content = "<g class=\"all\">\(parts)</g>"
      narrow = SVG.Narrow(
        width: max(narrowShift + form.width, narrowCenter + titleWidth / 2) + 2 * Self.margin,
        height: top + form.height + Self.margin, places: [])
    }
    return SVG(
      width: width + 2 * Self.margin, height: top + block.height + Self.margin,
      center: top + mapsCenter, alternative: alternative, content: content,
      narrow: narrow)
  }

  /// Where the first cell of a single map lies in the drawing.
  var gridOrigin: (x: Double, y: Double) {
    let shift = max(0, heading.width / 2 - panels.gridCenter)
    let top = Self.margin + (heading.text.isEmpty ? 0 : Self.titleHeight)
    return (shift + Self.margin + geometry.left, top + geometry.top)
  }

  private var empty: SVG {
    let text = "\(map.title.map { $0 + ": " } ?? "")empty (\(map.shapeText))"
    let width = TextWidth.of(text, size: 11) + 8
    return SVG(
      width: width, height: 24, alternative: alternative,
      content: Markup.text(text, x: width / 2, y: 16, class: "label"))
  }

  /// The title and the common power of ten or what a cell stands for, as markup.
  private var heading: (text: String, width: Double) {
    let note = map.writesValues ? numbers.factor : map.blockNote
    let parts = [
      map.title.map(Markup.escaped), note.map { "<tspan class=\"note\">\($0)</tspan>" },
    ]
    // Bold text is about an eighth wider.
    let width =
      TextWidth.of(map.title ?? "", size: 13 * 1.12)
      + (note.map { TextWidth.of(" " + $0, size: 13) } ?? 0)
    return (parts.compactMap { $0 }.joined(separator: " "), width.rounded(.up))
  }

  /// The maps side by side: one for rank 2 and less, else one for each leading index.
  private var panels: HeatmapBlock {
    if reflows, let count = numbersInLine { return lines(of: count) }
    if reflows, let count = columnsInPiece { return pieces(of: count) }
    let size = map.rows * map.columns
    let leading = map.shape.dropLast(2)
    let count = map.drawnMaps
    let across = leading.isEmpty ? 1 : panelsAcross(last: leading.last!, count: count)
    var block = HeatmapBlock()
    let labelHeight = leading.isEmpty ? 0.0 : 18
    let stepX = geometry.width + Self.gap
    let stepY = geometry.height + labelHeight + 8
    let narrowAcross = narrowPanelsAcross(across)
    if let narrowAcross {
      let narrowWidth = Double(narrowAcross) * stepX - Self.gap
      block.narrow = (
        narrowWidth, Double((count - 1) / narrowAcross + 1) * stepY - 8,
        (geometry.left + narrowWidth) / 2
      )
    }
    for index in 0..<count {
      let panel = HeatmapPanel(
        map: map, geometry: geometry, scale: scale, numbers: numbers,
        values: map.values[index * size..<(index + 1) * size])
      let x = Double(index % across) * stepX
      let y = Double(index / across) * stepY
      var content = panel.content
      if !leading.isEmpty {
        // A long title would run into its neighbours'; it stands above them all anyway.
        let full = map.panelLabel(index)
        let label =
          TextWidth.of(full, size: 11) > geometry.gridWidth + 4
          ? String(full.drop { $0 != "[" }) : full
        content =
          Markup.text(
            label, x: geometry.left + geometry.gridWidth / 2, y: 12, class: "label")
          + Markup.group(content, x: 0, y: labelHeight)
      }
      if let narrowAcross {
        content = Reflow.moved(
          content, here: (x, y),
          there: (Double(index % narrowAcross) * stepX, Double(index / narrowAcross) * stepY))
      } else {
        content = Markup.group(content, x: x, y: y)
      }
      block.add(content, x: x, y: y + labelHeight, geometry: geometry)
    }
    return block
  }

  /// A row of the grid is one step of the second-last leading axis where it fits, else what fits.
  private func panelsAcross(last: Int, count: Int) -> Int {
    return min(last, fitting(in: 700), count)
  }

  /// Fewer maps side by side in a narrow page; nil where they need not move, or where a bar or a
  /// legend stands beside them.
  private func narrowPanelsAcross(_ across: Int) -> Int? {
    let width = Double(across) * (geometry.width + Self.gap) - Self.gap + 2 * Self.margin
    guard reflows, width > SVG.widestUnshrunk, across > 1, !map.showsColorBar,
      map.highlights.allSatisfy({ $0.label == nil })
    else { return nil }
    return min(across, fitting(in: 350))
  }

  private func fitting(in width: Double) -> Int {
    max(1, Int((width + Self.gap) / (geometry.width + Self.gap)))
  }
}
