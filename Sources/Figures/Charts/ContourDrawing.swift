/// The drawing of a contour chart.
struct ContourDrawing {
  private let chart: ContourChart
  private let x: Axis
  private let y: Axis
  private let frame: ChartFrame
  private let legend: ChartLegend
  /// The legend's rows in a narrow page.
  private let narrowLegend: ChartLegend

  init(_ chart: ContourChart) {
    self.chart = chart
    let top: Double = (chart.title == nil ? 4 : 26) + (chart.yLabel == nil ? 4 : 18)
    legend = Self.legend(chart, widest: chart.width - 20)
    let bottom = chart.height - 22 - (chart.xLabel == nil ? 0 : 18) - legend.height
    let ends = { (range: ClosedRange<Double>) in [range.lowerBound, range.upperBound] }
    y = .tight(
      ends(chart.field.y), tickCount: max(2, Int((bottom - top) / 44)), length: bottom - top)
    let left = (y.widestLabel + 12).rounded(.up)
    let right = chart.width - 14
    x = .tight(
      ends(chart.field.x), tickCount: max(2, Int((right - left) / 70)), length: right - left)
    var frame = ChartFrame(
      left: left, right: right, top: top, bottom: bottom, size: (chart.width, chart.height))
    let narrowWidth = ChartFrame.narrowWidth(for: chart.width, title: chart.title)
    narrowLegend = Self.legend(chart, widest: (narrowWidth ?? chart.width) - 8)
    if let narrowWidth {
      let narrowRight = narrowWidth - 14
      // Heights shrink like widths, so that what is round stays round.
      let shrunk = (bottom - top) * (narrowRight - left) / (right - left)
      frame.setNarrow(
        width: narrowWidth, right: narrowRight, bottom: (top + shrunk).rounded(),
        extraHeight: narrowLegend.height - legend.height)
    }
    self.frame = frame
  }

  var svg: SVG {
    frame.svg(
      titles + frame.plot(contours + axes + paths) + legends,
      alternative: chart.textAlternative)
  }
}

// MARK: - Frame

extension ContourDrawing {
  private func xPosition(_ value: Double) -> Double {
    frame.left + (frame.right - frame.left) * x.fraction(value)
  }

  private func yPosition(_ value: Double) -> Double {
    frame.bottom - (frame.bottom - frame.top) * y.fraction(value)
  }

  private var titles: String {
    var content = frame.title(chart.title)
    if let label = chart.yLabel {
      content += Markup.text(label, x: 2, y: frame.top - 8, class: "label start")
    }
    if let label = chart.xLabel {
      content += frame.labels(
        [(label, (frame.left + frame.right) / 2)], y: frame.bottom + 34)
    }
    return content
      + frame.labels(
        x.ticks.map { ($0.label, xPosition($0.value).rounded()) }, y: frame.bottom + 17)
  }

  private var axes: String {
    let number = Markup.number
    var data =
      "M\(number(frame.left)) \(number(frame.top))H\(number(frame.right))"
      + "V\(number(frame.bottom))H\(number(frame.left))z"
    var labels = ""
    for tick in y.ticks {
      let height = yPosition(tick.value).rounded()
      data += "M\(number(frame.left)) \(number(height))h-4"
      labels += Markup.text(tick.label, x: frame.left - 8, y: height + 4, class: "label end")
    }
    for tick in x.ticks {
      data += "M\(number(xPosition(tick.value).rounded())) \(number(frame.bottom))v5"
    }
    return Markup.path(data, class: "axis") + frame.keptEnds(labels)
  }

  private var contours: String {
    chart.levels.enumerated().map { index, level in
      let data = chart.field.line(at: level).map { segment in
        let (startX, startY) = point(segment.start)
        let (endX, endY) = point(segment.end)
        return "M\(startX) \(startY)L\(endX) \(endY)"
      }.joined()
      // From gray 3 to gray 12, darker where it is higher.
      let shade = 3 + 9 * index / max(1, chart.levels.count - 1)
      return Markup.path(data, class: "g\(shade)")
    }.joined()
  }

  private func point(_ share: (x: Double, y: Double)) -> (String, String) {
    (
      Markup.number(frame.left + (frame.right - frame.left) * share.x),
      Markup.number(frame.bottom - (frame.bottom - frame.top) * share.y)
    )
  }
}

// MARK: - Paths

extension ContourDrawing {
  private var paths: String {
    chart.paths.withLooks.map { index, path in
      let color = index % 6 + 1
      let points = zip(path.x, path.y).filter {
        chart.field.x.contains($0) && chart.field.y.contains($1)
      }.map { (x: xPosition($0), y: yPosition($1)) }
      guard let first = points.first, let last = points.last else { return "" }
      let line = ChartPath.data(
        points.map { .init(x: Int(($0.x * 10).rounded()), y: Int(($0.y * 10).rounded())) })
      return Markup.path(line, class: "line l\(color)\(Self.dash(index))")
        + frame.kept(
          circle(first, "ring l\(color)", radius: 4) + circle(last, "f\(color)", radius: 4))
    }.joined()
  }

  private func circle(_ center: (x: Double, y: Double), _ name: String, radius: Double) -> String {
    "<circle class=\"\(name)\" cx=\"\(Markup.number(center.x))\" "
      + "cy=\"\(Markup.number(center.y))\" r=\"\(Markup.number(radius))\"/>"
  }

  private var legends: String {
    let y = frame.bottom + (chart.xLabel == nil ? 22 : 40)
    let full = legend.content(x: frame.left, y: y)
    guard let narrow = frame.narrow else { return full }
    return Reflow.wideOnly(full)
      + Reflow.narrowOnly(narrowLegend.content(x: 4, y: y + narrow.bottom - frame.bottom))
  }

  /// Lines differ by their dashes too, for print in gray.
  static func dash(_ index: Int) -> String { ["", " dash", " dot"][index % 3] }

  private static func legend(_ chart: ContourChart, widest: Double) -> ChartLegend {
    ChartLegend(
      chart.paths.withLooks.map { index, path in
        let color = index % 6 + 1
        return .init(
          swatch: Markup.path("M0-4h18", class: "line l\(color)\(dash(index))"),
          width: TextWidth.of(path.name, size: 12 * 1.12)
        ) { x, y in
          "<text class=\"name e\(color)\" x=\"\(Markup.number(x))\" "
            + "y=\"\(Markup.number(y))\">\(Markup.escaped(path.name))</text>"
        }
      }, widest: widest)
  }
}
