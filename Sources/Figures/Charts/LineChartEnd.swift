import CNNCore

/// What stands at the right end of a line: its name and its value there.
struct LineChartEnd {
  /// The number of the series.
  let index: Int
  let name: String
  /// The value in words; empty for marks and areas, and for lines that end before others do.
  private(set) var value: String
  /// The value.
  let height: Double
  private let style: LineChart.Series.Style
  /// What stands between a name and a value; a colon where a name of the chart ends in a number, which would
  /// be one with the value.
  private let separator: String

  private static let significantDigits = 3
  private static let format = NumberFormat.significant(significantDigits)

  /// The ends of all series that show a point, from the highest.
  static func ends(of chart: LineChart, y: Axis) -> [LineChartEnd] {
    let hasNumberedNames = chart.series.contains { $0.name.last?.isNumber == true }
    let rightmost = chart.series.flatMap(\.x).filter(\.isFinite).max() ?? 0
    let ends = chart.series.withLooks.compactMap { index, series -> LineChartEnd? in
      let shown = series.y.indices.filter {
        series.x[$0].isFinite && (!chart.logarithmicX || series.x[$0] > 0) && y.shows(series.y[$0])
      }
      // Not the last point: positions may descend.
      guard let last = shown.max(by: { series.x[$0] < series.x[$1] }) else { return nil }
      return LineChartEnd(
        index, series, y.withoutRoundingErrors(series.y[last]),
        reachesEnd: series.x[last] >= rightmost, separator: hasNumberedNames ? ": " : " ")
    }
    return alike(ends).sorted { ($0.height, -$0.index) > ($1.height, -$1.index) }
  }

  /// The same ends, their values with as many decimals as those of about the same size, so that 0.98 is
  /// 0.980 beside 0.961; none has more digits than three that count.
  private static func alike(_ ends: [LineChartEnd]) -> [LineChartEnd] {
    func decimals(_ end: LineChartEnd) -> Int? {
      let parts = end.value.split(separator: ".")
      return parts.count == 2 && parts[1].allSatisfy(\.isNumber) ? parts[1].count : nil
    }
    return ends.map { end in
      let size = end.height.magnitude
      let near = ends.filter {
        $0.height.magnitude < 10 * size && size < 10 * $0.height.magnitude
      }
      guard !end.value.isEmpty, end.height != end.height.rounded(),
        let most = near.compactMap(decimals).max()
      else { return end }
      let shown = min(most, significantDigits - DecimalExpansion(of: size).pointPosition)
      var end = end
      if shown > 0 { end.value = NumberFormat.fixed(shown).string(end.height) }
      return end
    }
  }

  private init(
    _ index: Int, _ series: LineChart.Series, _ height: Double, reachesEnd: Bool,
    separator: String
  ) {
    self.separator = separator
    self.index = index
    name = series.name
    style = series.style
    self.height = height
    // At the edge of the plot it would be read as the value there.
    value = series.style == .line && reachesEnd ? Thousands.grouped(Self.text(height)) : ""
  }

  /// Whole numbers stay as they are while they are short.
  private static func text(_ height: Double) -> String {
    height == height.rounded() && height.magnitude < 1e5
      ? NumberFormat.fixed(0).string(height) : format.string(height)
  }

  var isEmpty: Bool { name.isEmpty && value.isEmpty }

  var width: Double {
    TextWidth.of(name, size: 12 * 1.12) + TextWidth.of(gap + value, size: 12)
  }

  /// What stands between the name and the value, if both are there.
  private var gap: String { name.isEmpty || value.isEmpty ? "" : separator }

  /// The entry of a legend.
  var entry: ChartLegend.Entry {
    let color = index % 6 + 1
    let swatch =
      switch style {
      case .line: Markup.path("M0-4h18", class: "line l\(color)")
      case .points: LineChartMark.element(index, x: 90, y: -40)
      case .band: Markup.path("M0-9h18v10H0z", class: "band b\(color)")
      }
    return .init(swatch: swatch, width: width) { text(x: $0, y: $1) }
  }

  /// The name and the value in the color of the line.
  func text(x: Double, y: Double) -> String {
    return "<text class=\"name e\(index % 6 + 1)\" x=\"\(Markup.number(x))\" "
      + "y=\"\(Markup.number(y))\">\(Markup.escaped(name + gap))<tspan class=\"note\">\(value)</tspan></text>"
  }
}

extension Axis {
  /// Values below a millionth of the axis are rounding errors of zero, unless equal ratios matter.
  func withoutRoundingErrors(_ value: Double) -> Double {
    let span = domain.upperBound - domain.lowerBound
    return !isLogarithmic && value.magnitude < span * 1e-6 ? 0 : value
  }
}
