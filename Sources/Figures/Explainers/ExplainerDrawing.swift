/// The drawing of an explainer: the panels, and under them the calculation of the picked cell.
///
/// Each panel, with what lights up on it, and the calculation are groups that a narrow page moves
/// to places of their own, by style sheets alone.
struct ExplainerDrawing {
  private let explainer: Explainer
  private let items: [ExplainerLayout.Item]
  private let panels: [Panel]
  private let layout: ExplainerLayout
  /// By how much the calculation is enlarged, in a narrow page apart.
  private let textScale: Double

  /// The place of a panel's cells in it.
  private struct Panel {
    var cell: CellSize
    var origin: (x: Double, y: Double)
  }

  private static let lineHeight = 19.0
  /// Wider drawings are shrunk to a page; their calculations are to be read there too.
  private static let widestUnshrunkText = 640.0
  /// What a phone shows at four fifths of its size, also within an exercise.
  private static let narrowest = 338.0

  init(_ explainer: Explainer) {
    self.explainer = explainer
    var items: [ExplainerLayout.Item] = []
    var panels: [Panel] = []
    var symbol: String?
    for part in FigureRow.withAlikeHeatmaps(explainer.parts) {
      switch part {
      case .text(let text): symbol = text
      case .figure(let figure):
        guard let map = figure as? Heatmap else { continue }
        let drawing = HeatmapDrawing(map, reflows: false)
        items.append(.init(symbol: symbol, panel: drawing.svg))
        panels.append(Panel(cell: HeatmapGeometry(map).cell, origin: drawing.gridOrigin))
      }
    }
    self.items = items
    self.panels = panels
    let layout = ExplainerLayout(items, widest: .infinity)
    self.layout = layout
    textScale = max(1, layout.width / Self.widestUnshrunkText)
  }

  var svg: SVG {
    let content = "\(grids)<g class=\"\(stageClass)\">\(chosen)\(picks)</g>"
    return SVG(
      width: width(layout, textScale), height: height(layout, textScale), center: layout.center,
      alternative: explainer.alternative, content: "<g class=\"all\">\(content)</g>",
      isInteractive: !explainer.explanations.isEmpty, narrow: narrow)
  }

  private var narrow: SVG.Narrow? {
    guard width(layout, textScale) > Self.narrowest else { return nil }
    let narrow = ExplainerLayout(items, widest: Self.narrowest)
    // One panel alone may be wider.
    let scale = max(1, narrow.width / Self.narrowest)
    var places = [SVG.Narrow.Place(name: "t", x: 0, y: narrow.height, scale: scale)]
    for index in items.indices {
      let (panel, symbol) = (narrow.panels[index], narrow.symbols[index])
      places.append(.init(name: "m\(index)", x: panel.x, y: panel.y))
      if index > 0 { places.append(.init(name: "o\(index)", x: symbol.x, y: symbol.y)) }
    }
    return SVG.Narrow(
      width: width(narrow, scale), height: height(narrow, scale), places: places)
  }

  private func width(_ layout: ExplainerLayout, _ textScale: Double) -> Double {
    let texts = explainer.explanations.flatMap(\.lines).map { TextWidth.of($0, size: 12) }
    return max(layout.width, ((texts.max() ?? 0) + 8) * textScale)
  }

  private func height(_ layout: ExplainerLayout, _ textScale: Double) -> Double {
    let picked = explainer.explanations.map(\.lines.count).max() ?? 0
    let chosen = explainer.chosen.reduce(0) { $0 + explainer.explanations[$1].lines.count }
    let lines = Double(max(picked, chosen)) * Self.lineHeight
    return layout.height + 8 + lines * textScale
  }
}

// MARK: - Panels

extension ExplainerDrawing {
  private var grids: String {
    items.indices.map { index in
      let symbol = items[index].symbol.map {
        group(Markup.operatorText($0, x: 0, y: 0), "o\(index)", layout.symbols[index])
      }
      return (symbol ?? "") + panelGroup(index, items[index].panel.content)
    }.joined()
  }

  private func panelGroup(_ index: Int, _ content: String) -> String {
    group(content, "m\(index)", layout.panels[index])
  }

  /// A group that a narrow page moves.
  private func group(
    _ content: String, _ name: String, _ place: (x: Double, y: Double), scale: Double = 1
  ) -> String {
    let origin = "\(Markup.number(place.x)) \(Markup.number(place.y))"
    let enlarged = scale == 1 ? "" : "scale(\(Markup.precise(scale)))"
    return "<g class=\"\(name)\" transform=\"translate(\(origin))\(enlarged)\">\(content)</g>"
  }

  /// The path around cells of a panel.
  private func rectangle(_ panel: Panel, _ window: Heatmap.Highlight) -> String {
    let number = Markup.number
    let x = panel.origin.x + Double(window.columns.lowerBound) * panel.cell.width
    let y = panel.origin.y + Double(window.rows.lowerBound) * panel.cell.height
    return "M\(number(x)) \(number(y))h\(number(Double(window.columns.count) * panel.cell.width))"
      + "v\(number(Double(window.rows.count) * panel.cell.height))H\(number(x))z"
  }
}

// MARK: - Explanations

extension ExplainerDrawing {
  private var stageClass: String { explainer.isAnimated ? "stage play" : "stage" }

  /// The chosen explanations, one below the other.
  private var chosen: String {
    var line = 0
    let content = explainer.chosen.enumerated().map { index, place in
      let explanation = explainer.explanations[place]
      defer { line += explanation.lines.count }
      return overlay(explanation, look: index, firstLine: line)
    }.joined()
    return "<g class=\"chosen\">\(content)</g>"
  }

  /// Each explanation, shown while its cell is picked, or in its turn.
  private var picks: String {
    explainer.explanations.enumerated().map { index, explanation in
      let cell = rectangle(
        panels[panels.count - 1], .cell(explanation.row, explanation.column))
      let hit = panelGroup(panels.count - 1, "<path class=\"hit\" d=\"\(cell)\"/>")
      let turn = explainer.isAnimated ? turn(index) : ""
      return """
        <g class="pick" tabindex="0" role="img" aria-label="\(Markup.escaped(explanation.spoken))">\
        \(hit)<g class="answer" visibility="hidden">\(turn)\
        \(overlay(explanation, look: 0, firstLine: 0))</g></g>
        """
    }.joined()
  }

  /// One second in the round of all explanations, by SVG's own animation.
  private func turn(_ index: Int) -> String {
    let count = explainer.explanations.count
    guard count > 1 else { return "<set attributeName=\"visibility\" to=\"visible\"/>" }
    // A rounded share of the round would let neighbours overlap.
    return "<animate attributeName=\"visibility\" values=\"visible;hidden\" "
      + "keyTimes=\"0;\(1 / Double(count))\" calcMode=\"discrete\" "
      + "dur=\"\(count)s\" begin=\"\(index)s\" repeatCount=\"indefinite\"/>"
  }

  /// The outlines of the cells that take part, and the calculation.
  private func overlay(_ explanation: Explanation, look: Int, firstLine: Int) -> String {
    let result = Heatmap.Highlight.cell(explanation.row, explanation.column)
    let windows = explanation.sources + [(panels.count - 1, result)]
    let outlines = panels.indices.map { panel in
      let paths = windows.filter { $0.panel == panel }.map { _, window in
        HighlightStyle.outline(index: look, rectangle(panels[panel], window))
      }
      return paths.isEmpty ? "" : panelGroup(panel, paths.joined())
    }
    let texts = explanation.lines.enumerated().map { index, line in
      Markup.text(
        line, x: 4, y: 16 + Double(firstLine + index) * Self.lineHeight, class: "start")
    }
    return outlines.joined()
      + group(texts.joined(), "t", (0, layout.height), scale: textScale)
  }
}
