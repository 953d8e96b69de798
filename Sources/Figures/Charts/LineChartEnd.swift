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

  private static let format = NumberFormat.significant(3)

  /// The ends of all series that show a point, from the highest.
  static func ends(of chart: LineChart, y: Axis) -> [LineChartEnd] {
    let rightmost = chart.series.flatMap(\.x).filter(\.isFinite).max() ?? 0
    let ends = chart.series.withLooks.compactMap { index, series -> LineChartEnd? in
      let shown = series.y.indices.filter {
        series.x[$0].isFinite && (!chart.logarithmicX || series.x[$0] > 0) && y.shows(series.y[$0])
      }
      // Not the last point: positions may descend.
      guard let last = shown.max(by: { series.x[$0] < series.x[$1] }) else { return nil }
      return LineChartEnd(
        index, series, y.withoutRoundingErrors(series.y[last]),
        reachesEnd: series.x[last] >= rightmost)
    }
    return alike(ends).sorted { ($0.height, -$0.index) > ($1.height, -$1.index) }
  }

  /// The same ends, those of one size with equally many decimals: 0.980 beside 0.961.
  private static func alike(_ ends: [LineChartEnd]) -> [LineChartEnd] {
    func parts(_ value: String) -> (whole: Substring, decimals: Int)? {
      let parts = value.split(separator: ".")
      guard parts.count == 2, parts[1].allSatisfy(\.isNumber) else { return nil }
      return (parts[0].drop { $0 == "−" }, parts[1].count)
    }
    var most: [Substring: Int] = [:]
    for (whole, decimals) in ends.compactMap({ parts($0.value) }) {
      most[whole] = max(most[whole] ?? 0, decimals)
    }
    return ends.map { end in
      guard let (whole, decimals) = parts(end.value) else { return end }
      var end = end
      end.value += String(repeating: "0", count: (most[whole] ?? decimals) - decimals)
      return end
    }
  }

  private init(
    _ index: Int, _ series: LineChart.Series, _ height: Double, reachesEnd: Bool
  ) {
    self.index = index
    name = series.name
    style = series.style
    self.height = height
    // At the edge of the plot it would be read as the value there.
    value = series.style == .line && reachesEnd ? Thousands.grouped(Self.format.string(height)) : ""
  }

  var isEmpty: Bool { name.isEmpty && value.isEmpty }

  var width: Double {
    TextWidth.of(name, size: 12 * 1.12) + TextWidth.of(gap + value, size: 12)
  }

  /// What stands between the name and the value: of two numbers that would be one.
  private var gap: String {
    name.isEmpty || value.isEmpty ? "" : name.last?.isNumber == true ? ": " : " "
  }

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
