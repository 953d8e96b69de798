// Links the exact rounding functions of the C library that `rounded()` compiles to.
internal import Glibc

/// The drawing of a line chart.
struct LineChartDrawing {
  private let chart: LineChart
  private let x: Axis
  private let y: Axis
  /// The plot area, in pixels.
  private let frame: ChartFrame
  /// Each line's name and last value, from the top.
  private let ends: [LineChartEnd]
  private let legend: ChartLegend?
  /// What the texts beside the plot need.
  let margins: LineChart.Margins

  /// Names up to this width stand beside the lines in a narrow page too.
  private static let widestNarrowName = 90.0

  init(_ chart: LineChart) {
    self.chart = chart
    let top: Double = (chart.title == nil ? 4 : 26) + (chart.yLabel == nil ? 4 : 18)
    let bottom = chart.height - 22 - (chart.xLabel == nil ? 0 : 18)
    let values = chart.series.flatMap { $0.y + $0.top }
    let rowCount = max(2, Int((bottom - top) / 44))
    let y =
      chart.logarithmicY
      ? Axis.logarithmic(values, tickCount: rowCount) : .round(values, tickCount: rowCount)
    self.y = y
    let ends = LineChartEnd.ends(of: chart, y: y)
    let widestName = ends.map(\.width).max() ?? 0
    let margins = LineChart.Margins(
      left: (y.widestLabel + 12).rounded(.up), right: (widestName + 14).rounded(.up))
    self.margins = margins
    let left = max(margins.left, chart.leastMargins.left)
    let right = chart.width - max(margins.right, chart.leastMargins.right)
    let positions = chart.series.flatMap(\.x)
    let columnCount = max(2, Int((right - left) / 70))
    x =
      chart.logarithmicX
      ? .logarithmic(positions, tickCount: columnCount)
      : .tight(positions, tickCount: columnCount, length: right - left)
    var frame = ChartFrame(
      left: left, right: right, top: top, bottom: bottom, size: (chart.width, chart.height))
    var legend: ChartLegend?
    if let width = ChartFrame.narrowWidth(for: chart.width, title: chart.title) {
      if widestName > Self.widestNarrowName {
        legend = ChartLegend(
          ends.filter { !$0.isEmpty }.map(\.entry), widest: width - 8)
      }
      let room = legend == nil ? widestName + 14 : max(10, x.widestLabel / 2 + 2)
      frame.setNarrow(
        width: width, right: (width - room).rounded(.down), bottom: bottom,
        extraHeight: legend?.height ?? 0)
    }
    self.ends = ends
    self.legend = legend
    self.frame = frame
  }

  var svg: SVG {
    frame.svg(
      titles + axes + frame.plot(bands + rules + lines) + names,
      alternative: chart.textAlternative)
  }
}

// MARK: - Frame

extension LineChartDrawing {
  private func xPosition(_ value: Double) -> Double {
    frame.left + (frame.right - frame.left) * x.fraction(value)
  }

  private func yPosition(_ value: Double) -> Double {
    frame.bottom - (frame.bottom - frame.top) * y.fraction(value)
  }

  private var titles: String {
    var content = frame.title(chart.title)
    if let label = chart.yLabel {
      content += Markup.text(label, x: 2, y: frame.top - 12, class: "label start")
    }
    if let label = chart.xLabel {
      content += frame.labels(
        [(label, (frame.left + frame.right) / 2)], y: chart.height - 5)
    }
    return content
  }

  private var rules: String {
    let number = Markup.number
    var rules = ""
    for tick in y.ticks {
      rules +=
        "M\(number(frame.left)) \(number(yPosition(tick.value).rounded()))"
        + "H\(number(frame.right))"
    }
    var axis = "M\(number(frame.left)) \(number(frame.bottom))H\(number(frame.right))"
    for tick in x.ticks {
      axis += "M\(number(xPosition(tick.value).rounded())) \(number(frame.bottom))v5"
    }
    return Markup.path(rules, class: "rule") + Markup.path(axis, class: "axis")
  }

  /// The values at the axes.
  private var axes: String {
    let labels = y.ticks.map { tick in
      Markup.text(
        tick.label, x: frame.left - 8, y: yPosition(tick.value).rounded() + 4, class: "label end")
    }
    return labels.joined()
      + frame.labels(
        x.ticks.map { ($0.label, xPosition($0.value).rounded()) }, y: frame.bottom + 17)
  }
}

// MARK: - Lines

extension LineChartDrawing {
  private static let manyPoints = 20

  /// The areas, below the axes' rules.
  private var bands: String {
    chart.series.withLooks.map { index, series in
      guard series.style == .band else { return "" }
      let there = zip(series.x, series.y).filter { x.shows($0) && y.shows($1) }
      let back = zip(series.x, series.upper).filter { x.shows($0) && y.shows($1) }.reversed()
      let points = (there + back).map { point($0, $1) }
      return Markup.path(
        ChartPath.data(points) + (points.isEmpty ? "" : "z"), class: "band b\(index % 6 + 1)")
    }.joined()
  }

  private var lines: String {
    chart.series.withLooks.map { index, series in
      let color = index % 6 + 1
      let runs = runs(of: series)
      switch series.style {
      case .band: return ""
      case .points:
        return frame.kept(
          runs.flatMap { $0 }.map { LineChartMark.element(index, x: $0.x, y: $0.y) }.joined())
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
      return Markup.path(data, class: "line l\(color)") + frame.kept(circles.joined())
    }.joined()
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
  /// Each line's name and last value beside its end, moved apart where they would collide.
  private var names: String {
    let places = LabelSpread.spread(
      ends.map { yPosition($0.height) }, gap: 15, within: frame.top...frame.bottom)
    let texts = zip(ends, places).map { $0.text(x: frame.right + 10, y: $1 + 4) }.joined()
    guard let legend else { return frame.beside(texts) }
    return Reflow.wideOnly(texts)
      + Reflow.narrowOnly(legend.content(x: 4, y: chart.height))
  }
}
