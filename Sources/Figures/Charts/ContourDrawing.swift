/// The drawing of a contour chart.
struct ContourDrawing {
  private let chart: ContourChart
  private let x: Axis
  private let y: Axis
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double

  init(_ chart: ContourChart) {
    self.chart = chart
    top = (chart.title == nil ? 4 : 26) + (chart.yLabel == nil ? 4 : 18)
    let legend = 20.0 * Double(Self.legendLines(chart).count)
    bottom = chart.height - 22 - (chart.xLabel == nil ? 0 : 18) - legend
    let ends = { (range: ClosedRange<Double>) in [range.lowerBound, range.upperBound] }
    y = .tight(ends(chart.field.y), tickCount: max(2, Int((bottom - top) / 44)))
    let widestTick = y.ticks.map { TextWidth.of($0.label, size: 11) }.max() ?? 0
    left = (widestTick + 12).rounded(.up)
    right = chart.width - 14
    x = .tight(ends(chart.field.x), tickCount: max(2, Int((right - left) / 70)))
  }

  var svg: SVG {
    SVG(
      width: chart.width, height: chart.height, center: (top + bottom) / 2,
      alternative: chart.textAlternative, content: titles + contours + axes + paths + legend)
  }
}

// MARK: - Frame

extension ContourDrawing {
  private func xPosition(_ value: Double) -> Double { left + (right - left) * x.fraction(value) }
  private func yPosition(_ value: Double) -> Double { bottom - (bottom - top) * y.fraction(value) }

  private var titles: String {
    var content = ""
    if let title = chart.title {
      content += Markup.text(title, x: (left + right) / 2, y: 16, class: "title")
    }
    if let label = chart.yLabel {
      content += Markup.text(label, x: 2, y: top - 8, class: "label start")
    }
    if let label = chart.xLabel {
      content += Markup.text(label, x: (left + right) / 2, y: bottom + 34, class: "label")
    }
    return content
  }

  private var axes: String {
    let number = Markup.number
    var frame =
      "M\(number(left)) \(number(top))H\(number(right))V\(number(bottom))H\(number(left))z"
    var labels = ""
    for tick in y.ticks {
      let height = yPosition(tick.value).rounded()
      frame += "M\(number(left)) \(number(height))h-4"
      labels += Markup.text(tick.label, x: left - 8, y: height + 4, class: "label end")
    }
    for tick in x.ticks {
      let position = xPosition(tick.value).rounded()
      frame += "M\(number(position)) \(number(bottom))v5"
      labels += Markup.text(tick.label, x: position, y: bottom + 17, class: "label")
    }
    return Markup.path(frame, class: "axis") + labels
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
      Markup.number(left + (right - left) * share.x),
      Markup.number(bottom - (bottom - top) * share.y)
    )
  }
}

// MARK: - Paths

extension ContourDrawing {
  private var paths: String {
    chart.paths.enumerated().map { index, path in
      let color = index % 6 + 1
      let points = zip(path.x, path.y).filter {
        chart.field.x.contains($0) && chart.field.y.contains($1)
      }.map { (x: xPosition($0), y: yPosition($1)) }
      guard let first = points.first, let last = points.last else { return "" }
      let line = ChartPath.data(
        points.map { .init(x: Int(($0.x * 10).rounded()), y: Int(($0.y * 10).rounded())) })
      return Markup.path(line, class: "line l\(color)\(Self.dash(index))")
        + circle(first, "ring l\(color)", radius: 4) + circle(last, "f\(color)", radius: 4)
    }.joined()
  }

  private func circle(_ center: (x: Double, y: Double), _ name: String, radius: Double) -> String {
    "<circle class=\"\(name)\" cx=\"\(Markup.number(center.x))\" "
      + "cy=\"\(Markup.number(center.y))\" r=\"\(Markup.number(radius))\"/>"
  }

  /// Lines differ by their dashes too, for print in gray.
  static func dash(_ index: Int) -> String { ["", " dash", " dot"][index % 3] }

  private static func legendLines(_ chart: ContourChart) -> [[Int]] {
    var lines: [[Int]] = []
    var used = Double.infinity
    for index in chart.paths.indices {
      let width = entryWidth(chart.paths[index].name)
      if used + width > chart.width - 20 {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(index)
      used += width
    }
    return lines
  }

  private static func entryWidth(_ name: String) -> Double {
    46 + TextWidth.of(name, size: 12 * 1.12)
  }

  private var legend: String {
    var content = ""
    var height = bottom + (chart.xLabel == nil ? 22 : 40) + 14
    for line in Self.legendLines(chart) {
      var position = left
      for index in line {
        let name = chart.paths[index].name
        let number = Markup.number
        content += Markup.path(
          "M\(number(position)) \(number(height - 4))h24",
          class: "line l\(index % 6 + 1)\(Self.dash(index))")
        content +=
          "<text class=\"name e\(index % 6 + 1)\" x=\"\(number(position + 30))\" "
          + "y=\"\(number(height))\">\(Markup.escaped(name))</text>"
        position += Self.entryWidth(name)
      }
      height += 20
    }
    return content
  }
}
