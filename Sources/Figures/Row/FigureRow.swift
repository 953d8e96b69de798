import CNNCore

/// Figures side by side with operators between them, such as input ⋆ kernel = output.
///
///     FigureRow(Heatmap(x, title: "X"), "⋆", Heatmap(k, title: "K"), "=", Heatmap(z, title: "Z"))
///
/// Grids and operators stand on one center line. Heatmaps in a row have cells of one size, and colors from zero
/// where one of them has. Line charts that stand
/// below each other, since two of them are too wide for a line, have plots of one width.
/// In a page the row wraps where it is too narrow, each operator staying with what follows it.
public struct FigureRow: Figure {
  /// A part of a row.
  public enum Part: Sendable {
    /// A figure.
    case figure(any Figure)
    /// A text between figures.
    case text(String)
  }

  private let parts: [Part]

  /// A row of figures, tensors and texts.
  public init(_ parts: any FigureRowPart...) {
    self.init(parts)
  }

  /// A row of the given parts.
  public init(_ parts: [any FigureRowPart]) {
    self.parts = Self.withEqualPlots(Self.withAlikeHeatmaps(parts.map(\.rowPart)))
  }

  /// All parts in one drawing, in as many lines as they need.
  public var svg: SVG {
    let drawings = drawings
    var content = ""
    var (width, height) = (0.0, 0.0)
    var firstCenter: Double?
    for line in lines(of: drawings) {
      let above = line.map { drawings[$0].center }.max() ?? 0
      let below = line.map { drawings[$0].height - drawings[$0].center }.max() ?? 0
      let top = height == 0 ? 0 : height + Self.gap
      var x = 0.0
      for index in line {
        let drawing = drawings[index]
        content += Markup.group(
          drawing.content, x: x, y: top + (above - drawing.center).rounded())
        x += drawing.width + Self.gap
      }
      width = max(width, x - Self.gap)
      height = top + above + below
      firstCenter = firstCenter ?? above
    }
    return SVG(
      width: width, height: height, center: height > 0 ? firstCenter : nil,
      alternative: drawings.map(\.alternative).joined(separator: " "), content: content)
  }

  /// Each part as a drawing of its own in a container that wraps.
  public var html: String {
    let drawings = drawings
    // Containers align their items' middles; room above brings the grids' centers there.
    let excess = drawings.map { 2 * $0.center - $0.height }.max() ?? 0
    let lines = lines(of: drawings)
    let widest = lines.map { Self.width($0, drawings) }.max() ?? 0
    let look = Self.fits.reduce("nb-row") { $0 + (widest <= $1.widest ? " \($1.name)" : "") }
    let rows = lines.map { line in
      var items = ""
      var item = ""
      for index in line {
        let drawing = drawings[index]
        let padding = excess - (2 * drawing.center - drawing.height)
        item += drawing.element(padding: padding.rounded())
        if case .figure(let figure) = parts[index] {
          items += "<div>\(item)\(figure.dataTable?.html ?? "")</div>"
          item = ""
        }
      }
      if !item.isEmpty { items += "<div>\(item)</div>" }
      // Room at both ends of a shorter line, which shrinks with it, so that all have one scale.
      let room = (widest - Self.width(line, drawings)) / 2 - Self.gap
      return room > 0
        ? "<div class=\"\(look) nb-room\" style=\"--p:\(Markup.number(room))px\">\(items)</div>"
        : "<div class=\"\(look)\">\(items)</div>"
    }
    return "<div class=\"nb-figures\">\(rows.joined())</div>"
  }

  /// The parts one below the other.
  public var plainText: String {
    parts.map { part in
      switch part {
      case .figure(let figure): figure.plainText
      case .text(let text): text
      }
    }.joined(separator: "\n")
  }
}

extension FigureRow {
  private static let gap = 10.0
  /// Longer rows are broken everywhere.
  private static let widestLine = 1000.0

  /// Rows that stay in one line, by their widths and the containers that have room for seven tenths
  /// of them; narrower ones break the row, and so does paper the first of them.
  private static let fits = [
    (name: "nb-line", widest: widestLine, container: 700),
    (name: "nb-fit", widest: 880, container: 615),
    (name: "nb-snug", widest: 800, container: 560),
  ]

  /// The rules for rows.
  static let css: String = {
    func line(_ name: String) -> String {
      ".\(name){flex-wrap:nowrap}.\(name)>div,.\(name)>div>.nb-figure{flex:0 1 auto;min-width:0}"
        + ".\(name).nb-room:before,.\(name).nb-room:after{content:\"\";flex:0 1 var(--p)}"
    }
    let screens = fits.map { "@container nb (min-width:\($0.container)px){\(line($0.name))}\n" }
    return """
      .nb-row,.nb-row>div{display:flex;flex-wrap:wrap;align-items:center;justify-content:safe center;\
      gap:6px 10px;max-width:100%}
      .nb-row{flex:1 0 100%;min-width:0}
      .nb-row+.nb-row{margin-top:6px}
      .nb-row>div{position:relative;flex-wrap:nowrap}
      .nb-row>div>.nb-figure:last-of-type{flex:0 1 auto;min-width:0}
      @media print{\(line("nb-fit")).nb-row{break-inside:avoid}}

      """ + screens.joined()
  }()

  /// The drawings, by index, that stand in each line: the least number of lines, about equally long.
  private func lines(of drawings: [SVG]) -> [[Int]] {
    var lines = filledLines(of: drawings, widest: Self.widestLine)
    let count = lines.count
    guard count > 1 else { return lines }
    while let width = lines.map({ Self.width($0, drawings) }).max() {
      let shorter = filledLines(of: drawings, widest: width - 1)
      if shorter.count > count || shorter == lines { break }
      lines = shorter
    }
    return lines
  }

  private static func width(_ line: [Int], _ drawings: [SVG]) -> Double {
    line.reduce(-gap) { $0 + drawings[$1].width + gap }
  }

  /// As many figures in each line as fit, each with the operators before it.
  private func filledLines(of drawings: [SVG], widest: Double) -> [[Int]] {
    var lines: [[Int]] = [[]]
    var group: [Int] = []
    var used = 0.0
    func width(_ indices: [Int]) -> Double {
      indices.reduce(0) { $0 + drawings[$1].width + Self.gap }
    }
    for (index, part) in parts.enumerated() {
      group.append(index)
      guard case .figure = part else { continue }
      if used + width(group) > widest + Self.gap, !lines[lines.count - 1].isEmpty {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1] += group
      used += width(group)
      group = []
    }
    lines[lines.count - 1] += group
    return lines
  }

  private var drawings: [SVG] {
    parts.map { part in
      switch part {
      case .figure(let figure): figure.svg
      case .text(let text): Self.operatorDrawing(text)
      }
    }
  }

  private static func operatorDrawing(_ text: String) -> SVG {
    let width = TextWidth.of(text, size: 20) + 4
    return SVG(
      width: width, height: 28, alternative: text,
      content: Markup.operatorText(text, x: width.rounded(.up) / 2, y: 21))
  }

  /// Line charts of one width that stand below each other have the same margins.
  private static func withEqualPlots(_ parts: [Part]) -> [Part] {
    func chart(_ part: Part) -> LineChart? {
      if case .figure(let figure) = part { figure as? LineChart } else { nil }
    }
    let charts = parts.compactMap(chart)
    guard charts.count == parts.count, let width = charts.first?.width, 2 * width > widestLine,
      charts.allSatisfy({ $0.width == width })
    else { return parts }
    let margins = charts.map { LineChartDrawing($0).margins }
    return charts.map { chart in
      var chart = chart
      chart.leastMargins.left = margins.map(\.left).max() ?? 0
      chart.leastMargins.right = margins.map(\.right).max() ?? 0
      return .figure(chart)
    }
  }

  /// Heatmaps whose cells have one size, and whose colors start at zero where those of one do.
  static func withAlikeHeatmaps(_ parts: [Part]) -> [Part] {
    let maps = parts.compactMap(\.heatmap)
    let cells = maps.filter(\.writesValues).map(HeatmapGeometry.naturalCell)
    let width = cells.map(\.width).max() ?? 0
    let height = cells.map(\.height).max() ?? 0
    let startsAtZero = maps.contains { $0.scale.spansZero }
    return parts.map { part in
      guard var map = part.heatmap else { return part }
      map.minimumCell = CellSize(width: width, height: height)
      map.colorsStartAtZero = startsAtZero
      return .figure(map)
    }
  }
}

extension FigureRow.Part {
  fileprivate var heatmap: Heatmap? {
    if case .figure(let figure) = self { figure as? Heatmap } else { nil }
  }
}

// MARK: - Parts

extension Figure {
  /// The figure itself.
  public var rowPart: FigureRow.Part { .figure(self) }
}

extension String: FigureRowPart {
  /// The text, as an operator.
  public var rowPart: FigureRow.Part { .text(self) }
}

extension Tensor: FigureRowPart {
  /// The tensor as a heatmap.
  public var rowPart: FigureRow.Part { .figure(Heatmap(self)) }
}
