/// The drawing of an explainer: the panels, and under them the calculation of the picked cell.
struct ExplainerDrawing {
  private let explainer: Explainer
  private let panels: [Panel]
  private let operators: [(text: String, x: Double)]
  private let width: Double
  private let gridsHeight: Double
  private let center: Double

  /// A heatmap with the place of its cells in the drawing.
  private struct Panel {
    var drawing: SVG
    var geometry: HeatmapGeometry
    var x: Double
    var y: Double
    var origin: (x: Double, y: Double)
  }

  private static let gap = 12.0
  private static let lineHeight = 19.0

  init(_ explainer: Explainer) {
    self.explainer = explainer
    var panels: [Panel] = []
    var operators: [(String, Double)] = []
    var x = 0.0
    for part in FigureRow.withEqualCells(explainer.parts) {
      switch part {
      case .text(let text):
        let width = TextWidth.of(text, size: 20) + 4
        operators.append((text, x + width / 2))
        x += width + Self.gap
      case .figure(let figure):
        guard let map = figure as? Heatmap else { continue }
        let drawing = HeatmapDrawing(map)
        panels.append(
          Panel(
            drawing: drawing.svg, geometry: HeatmapGeometry(map), x: x, y: 0,
            origin: drawing.gridOrigin))
        x += panels[panels.count - 1].drawing.width + Self.gap
      }
    }
    let above = panels.map(\.drawing.center).max() ?? 0
    for index in panels.indices {
      panels[index].y = (above - panels[index].drawing.center).rounded()
    }
    center = above
    gridsHeight = panels.map { $0.y + $0.drawing.height }.max() ?? 0
    let texts = explainer.explanations.flatMap(\.lines).map { TextWidth.of($0, size: 12) }
    width = max(x - Self.gap, (texts.max() ?? 0) + 8)
    self.panels = panels
    self.operators = operators
  }

  var svg: SVG {
    let shown = explainer.explanations.map(\.lines.count).max() ?? 0
    let chosen = explainer.chosen.reduce(0) { $0 + explainer.explanations[$1].lines.count }
    let lines = max(shown, chosen)
    let height = gridsHeight + 8 + Double(lines) * Self.lineHeight
    var content = ""
    for panel in panels {
      content += Markup.group(panel.drawing.content, x: panel.x, y: panel.y)
    }
    for (text, x) in operators {
      content += Markup.text(text, x: x, y: center + 7, class: "operator")
    }
    return SVG(
      width: width, height: height, center: center, alternative: explainer.alternative,
      content: content + "<g class=\"stage\">\(still)\(steps)\(picks)</g>",
      isInteractive: !explainer.isAnimated && !explainer.explanations.isEmpty)
  }
}

// MARK: - Explanations

extension ExplainerDrawing {
  /// The chosen explanations, one below the other.
  private var still: String {
    var line = 0
    let content = explainer.chosen.enumerated().map { index, place in
      let explanation = explainer.explanations[place]
      defer { line += explanation.lines.count }
      return overlay(explanation, look: index, firstLine: line)
    }.joined()
    return "<g class=\"\(explainer.isAnimated ? "still" : "chosen")\">\(content)</g>"
  }

  /// Each explanation, shown while its cell is picked.
  private var picks: String {
    guard !explainer.isAnimated else { return "" }
    return explainer.explanations.map { explanation in
      let cell = rectangle(
        panels[panels.count - 1],
        .cell(explanation.row, explanation.column))
      return """
        <g class="pick" tabindex="0" role="img" aria-label="\(Markup.escaped(explanation.spoken))">\
        <path class="hit" d="\(cell)"/>\
        <g class="answer">\(overlay(explanation, look: 0, firstLine: 0))</g></g>
        """
    }.joined()
  }

  /// Each explanation for a second, one after another, by SVG's own animation.
  private var steps: String {
    guard explainer.isAnimated else { return "" }
    let count = explainer.explanations.count
    return explainer.explanations.enumerated().map { index, explanation in
      let share = Markup.precise(1 / Double(count))
      let animation =
        "<animate attributeName=\"visibility\" values=\"visible;hidden\" keyTimes=\"0;\(share)\" "
        + "calcMode=\"discrete\" dur=\"\(count)s\" begin=\"\(index)s\" repeatCount=\"indefinite\"/>"
      return "<g class=\"step\" visibility=\"hidden\">\(animation)"
        + overlay(explanation, look: 0, firstLine: 0) + "</g>"
    }.joined()
  }

  /// The outlines of the cells that take part, and the calculation.
  private func overlay(_ explanation: Explanation, look: Int, firstLine: Int) -> String {
    let result = Heatmap.Highlight.cell(explanation.row, explanation.column)
    let outlines = (explanation.sources + [(panels.count - 1, result)]).map { panel, window in
      HighlightStyle.outline(index: look, rectangle(panels[panel], window))
    }
    let texts = explanation.lines.enumerated().map { index, line in
      let y = gridsHeight + 16 + Double(firstLine + index) * Self.lineHeight
      return Markup.text(line, x: 4, y: y, class: "start")
    }
    return outlines.joined() + texts.joined()
  }

  /// The path around cells of a panel.
  private func rectangle(_ panel: Panel, _ window: Heatmap.Highlight) -> String {
    let cell = panel.geometry.cell
    let number = Markup.number
    let x = panel.x + panel.origin.x + Double(window.columns.lowerBound) * cell.width
    let y = panel.y + panel.origin.y + Double(window.rows.lowerBound) * cell.height
    return "M\(number(x)) \(number(y))h\(number(Double(window.columns.count) * cell.width))"
      + "v\(number(Double(window.rows.count) * cell.height))H\(number(x))z"
  }
}
