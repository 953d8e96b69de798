/// The drawing of a line chart.
struct LineChartDrawing {
  private let chart: LineChart
  private let x: Axis
  private let y: Axis
  /// The plot area, in pixels.
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double

  private static let formatOfValues = NumberFormat.significant(3)

  init(_ chart: LineChart) {
    self.chart = chart
    let head: Double = (chart.title == nil ? 4 : 26) + (chart.yLabel == nil ? 4 : 18)
    let foot: Double = 22 + (chart.xLabel == nil ? 0 : 18)
    top = head
    bottom = chart.height - foot
    let values = chart.series.flatMap { $0.y + $0.top }
    let rowCount = max(2, Int((bottom - top) / 44))
    y =
      chart.logarithmicY
      ? .logarithmic(values, tickCount: rowCount) : .round(values, tickCount: rowCount)
    let widestTick = y.ticks.map { TextWidth.of($0.label, size: 11) }.max() ?? 0
    left = (widestTick + 12).rounded(.up)
    let widestName = chart.series.map { Self.labelWidth($0) }.max() ?? 0
    right = (chart.width - widestName - 14).rounded(.down)
    let positions = chart.series.flatMap(\.x)
    let columnCount = max(2, Int((right - left) / 70))
    x =
      chart.logarithmicX
      ? .logarithmic(positions, tickCount: columnCount)
      : .tight(positions, tickCount: columnCount)
  }

  var svg: SVG {
    SVG(
      width: chart.width, height: chart.height, center: (top + bottom) / 2,
      alternative: chart.textAlternative, content: titles + bands + axes + lines + names)
  }
}

// MARK: - Frame

extension LineChartDrawing {
  private func xPosition(_ value: Double) -> Double { left + (right - left) * x.fraction(value) }
  private func yPosition(_ value: Double) -> Double { bottom - (bottom - top) * y.fraction(value) }

  private var titles: String {
    var content = ""
    if let title = chart.title {
      content += Markup.text(title, x: (left + right) / 2, y: 16, class: "title")
    }
    if let label = chart.yLabel {
      content += Markup.text(label, x: 2, y: top - 12, class: "label start")
    }
    if let label = chart.xLabel {
      content += Markup.text(label, x: (left + right) / 2, y: chart.height - 5, class: "label")
    }
    return content
  }

  private var axes: String {
    let number = Markup.number
    var rules = ""
    var labels = ""
    for tick in y.ticks {
      let height = yPosition(tick.value).rounded()
      rules += "M\(number(left)) \(number(height))H\(number(right))"
      labels += Markup.text(tick.label, x: left - 8, y: height + 4, class: "label end")
    }
    var axis = "M\(number(left)) \(number(bottom))H\(number(right))"
    for tick in x.ticks {
      let position = xPosition(tick.value).rounded()
      axis += "M\(number(position)) \(number(bottom))v5"
      labels += Markup.text(tick.label, x: position, y: bottom + 17, class: "label")
    }
    return Markup.path(rules, class: "rule") + Markup.path(axis, class: "axis") + labels
  }
}

// MARK: - Lines

extension LineChartDrawing {
  private static let manyPoints = 20

  /// The areas, below the axes' rules.
  private var bands: String {
    chart.series.enumerated().map { index, series in
      guard series.style == .band else { return "" }
      let there = zip(series.x, series.y).filter { x.shows($0) && y.shows($1) }
      let back = zip(series.x, series.upper).filter { x.shows($0) && y.shows($1) }.reversed()
      let points = (there + back).map { point($0, $1) }
      return Markup.path(
        ChartPath.data(points) + (points.isEmpty ? "" : "z"), class: "band b\(index % 6 + 1)")
    }.joined()
  }

  private var lines: String {
    chart.series.enumerated().map { index, series in
      let color = index % 6 + 1
      let runs = runs(of: series)
      switch series.style {
      case .band: return ""
      case .points:
        return runs.flatMap { $0 }.map { Self.mark(index, color, $0) }.joined()
      case .line: break
      }
      let data = runs.map { ChartPath.data($0) }.joined()
      let points = runs.flatMap { $0 }
      // Points of short series and lone points of long ones would not show as a line.
      let lone = runs.filter { $0.count == 1 }.flatMap { $0 }
      let dots = points.count <= Self.manyPoints ? points : lone + points.suffix(1)
      let circles = dots.map { point in
        "<circle class=\"f\(color)\" cx=\"\(Markup.tenths(point.x))\" "
          + "cy=\"\(Markup.tenths(point.y))\" r=\"3.5\"/>"
      }
      return Markup.path(data, class: "line l\(color)") + circles.joined()
    }.joined()
  }

  /// A mark whose form, like its color, tells the series: a disc, a square, a triangle.
  private static func mark(_ index: Int, _ color: Int, _ point: ChartPath.Point) -> String {
    let (x, y) = (Markup.tenths(point.x), Markup.tenths(point.y))
    switch index % 3 {
    case 0: return "<circle class=\"f\(color)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>"
    case 1: return "<path class=\"e\(color)\" d=\"M\(x) \(y)m-3-3h6v6h-6z\"/>"
    default: return "<path class=\"e\(color)\" d=\"M\(x) \(y)m-4 3h8l-4-7z\"/>"
    }
  }

  private func point(_ horizontal: Double, _ vertical: Double) -> ChartPath.Point {
    ChartPath.Point(
      x: Int((xPosition(horizontal) * 10).rounded()), y: Int((yPosition(vertical) * 10).rounded()))
  }

  /// The points of a line in tenths of pixels, parted where a value has no place.
  private func runs(of series: LineChart.Series) -> [[ChartPath.Point]] {
    var runs: [[ChartPath.Point]] = [[]]
    for (horizontal, vertical) in zip(series.x, series.y) {
      guard x.shows(horizontal), y.shows(vertical) else {
        if !runs[runs.count - 1].isEmpty { runs.append([]) }
        continue
      }
      runs[runs.count - 1].append(point(horizontal, vertical))
    }
    let filled = runs.filter { !$0.isEmpty }
    if series.style == .points { return filled }
    return filled.map(ChartPath.thinned)
  }
}

// MARK: - Names

extension LineChartDrawing {
  private static func lastValue(_ series: LineChart.Series) -> String? {
    guard series.style == .line else { return nil }
    return series.y.last(where: \.isFinite).map { formatOfValues.string($0) }
  }

  private static func labelWidth(_ series: LineChart.Series) -> Double {
    TextWidth.of(series.name, size: 12 * 1.12)
      + TextWidth.of(" " + (lastValue(series) ?? ""), size: 12)
  }

  /// Each line's name and last value beside its end, moved apart where they would collide.
  private var names: String {
    let ends = chart.series.indices.compactMap { index -> (index: Int, position: Double)? in
      let series = chart.series[index]
      let last = series.y.indices.last { x.shows(series.x[$0]) && y.shows(series.y[$0]) }
      return last.map { (index, yPosition(series.y[$0])) }
    }
    let sorted = ends.sorted { ($0.position, $0.index) < ($1.position, $1.index) }
    let places = LabelSpread.spread(sorted.map(\.position), gap: 15, within: top...bottom)
    return zip(sorted, places).map { end, place in
      let series = chart.series[end.index]
      let value = Self.lastValue(series) ?? ""
      let name = series.name.isEmpty ? "" : Markup.escaped(series.name) + " "
      return "<text class=\"name e\(end.index % 6 + 1)\" x=\"\(Markup.number(right + 10))\" "
        + "y=\"\(Markup.number(place + 4))\">\(name)<tspan class=\"note\">\(value)</tspan></text>"
    }.joined()
  }
}
