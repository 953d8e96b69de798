// Links the exact rounding functions of the C library that `rounded()` compiles to.
internal import Glibc

/// The drawing of a bar chart.
struct BarChartDrawing {
  private let chart: BarChart
  private let y: Axis
  private let frame: ChartFrame

  init(_ chart: BarChart) {
    self.chart = chart
    let top: Double = (chart.title == nil ? 4 : 26) + (chart.yLabel == nil ? 4 : 18)
    let bottom = chart.height - 22 - (chart.xLabel == nil ? 0 : 18)
    y = .round([0] + chart.values, tickCount: max(2, Int((bottom - top) / 44)))
    frame = ChartFrame(
      left: (y.widestLabel + 12).rounded(.up), right: chart.width - 8, top: top, bottom: bottom,
      size: (chart.width, chart.height), title: chart.title)
  }

  var svg: SVG {
    frame.svg(titles + axis + frame.plot(rules + bars) + labels, alternative: chart.textAlternative)
  }

  private func position(_ value: Double) -> Double {
    (frame.bottom - (frame.bottom - frame.top) * y.fraction(value)).rounded()
  }

  private var slot: Double { (frame.right - frame.left) / Double(chart.values.count) }

  private var titles: String {
    var content = frame.title(chart.title)
    if let label = chart.yLabel {
      content += Markup.text(label, x: 2, y: frame.top - 12, class: "label start")
    }
    if let label = chart.xLabel {
      content += frame.labels([(label, (frame.left + frame.right) / 2)], y: chart.height - 5)
    }
    return content
  }

  /// The values at the axis.
  private var axis: String {
    y.ticks.map { tick in
      Markup.text(
        tick.label, x: frame.left - 8, y: position(tick.value) + 4, class: "label end")
    }.joined()
  }

  private var rules: String {
    let number = Markup.number
    let data = y.ticks.map { tick in
      "M\(number(frame.left)) \(number(position(tick.value)))H\(number(frame.right))"
    }
    return Markup.path(data.joined(), class: "rule")
  }

  private var bars: String {
    let number = Markup.number
    let gap = chart.isHistogram ? 0.5 : slot * 0.15
    let zero = position(0)
    let data = chart.values.enumerated().map { index, value in
      let x = frame.left + Double(index) * slot + gap
      return "M\(number(x)) \(number(zero))V\(number(position(value)))"
        + "h\(number(slot - 2 * gap))V\(number(zero))z"
    }.joined()
    return Markup.path(data, class: "bar")
      + Markup.path("M\(number(frame.left)) \(number(zero))H\(number(frame.right))", class: "axis")
  }

  /// The names that fit: all, or every second, third, ….
  private var labels: String {
    let widest = chart.labels.map { TextWidth.of($0, size: 11) }.max() ?? 0
    let step = max(1, Int(((widest + 8) / slot).rounded(.up)))
    let shift = chart.isHistogram ? 0.0 : 0.5
    let texts = stride(from: 0, to: chart.labels.count, by: step).map { index in
      (chart.labels[index], frame.left + (Double(index) + shift) * slot)
    }
    return frame.labels(texts, y: frame.bottom + 17)
  }
}
