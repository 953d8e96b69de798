// Links the exact rounding functions of the C library that `rounded()` compiles to.
internal import Glibc

/// The drawing of a bar chart.
struct BarChartDrawing {
  private let chart: BarChart
  private let y: Axis
  private let left: Double
  private let right: Double
  private let top: Double
  private let bottom: Double

  init(_ chart: BarChart) {
    self.chart = chart
    top = (chart.title == nil ? 4 : 26) + (chart.yLabel == nil ? 4 : 18)
    bottom = chart.height - 22 - (chart.xLabel == nil ? 0 : 18)
    y = .round([0] + chart.values, tickCount: max(2, Int((bottom - top) / 44)))
    let widestTick = y.ticks.map { TextWidth.of($0.label, size: 11) }.max() ?? 0
    left = (widestTick + 12).rounded(.up)
    right = chart.width - 8
  }

  var svg: SVG {
    SVG(
      width: chart.width, height: chart.height, center: (top + bottom) / 2,
      alternative: chart.textAlternative, content: titles + rules + bars + labels)
  }

  private func position(_ value: Double) -> Double {
    (bottom - (bottom - top) * y.fraction(value)).rounded()
  }

  private var slot: Double { (right - left) / Double(chart.values.count) }

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

  private var rules: String {
    let number = Markup.number
    let ticks = y.ticks.map { tick -> String in
      let height = position(tick.value)
      return Markup.path("M\(number(left)) \(number(height))H\(number(right))", class: "rule")
        + Markup.text(tick.label, x: left - 8, y: height + 4, class: "label end")
    }
    return ticks.joined()
  }

  private var bars: String {
    let number = Markup.number
    let gap = chart.isHistogram ? 0.5 : slot * 0.15
    let zero = position(0)
    let data = chart.values.enumerated().map { index, value in
      let x = left + Double(index) * slot + gap
      return "M\(number(x)) \(number(zero))V\(number(position(value)))"
        + "h\(number(slot - 2 * gap))V\(number(zero))z"
    }.joined()
    return Markup.path(data, class: "bar")
      + Markup.path("M\(number(left)) \(number(zero))H\(number(right))", class: "axis")
  }

  /// The names that fit: all, or every second, third, ….
  private var labels: String {
    let widest = chart.labels.map { TextWidth.of($0, size: 11) }.max() ?? 0
    let step = max(1, Int(((widest + 8) / slot).rounded(.up)))
    return stride(from: 0, to: chart.labels.count, by: step).map { index in
      let shift = chart.isHistogram ? 0.0 : 0.5
      return Markup.text(
        chart.labels[index], x: left + (Double(index) + shift) * slot, y: bottom + 17,
        class: "label")
    }.joined()
  }
}
