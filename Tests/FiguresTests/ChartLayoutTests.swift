import CNNCore
import Figures
import Testing

@Suite("The layout of charts") struct ChartLayoutTests {
  /// The texts at the horizontal axis, from the left.
  private func ticks(_ chart: LineChart) -> [String] {
    chart.svg.text.matches(of: #/<text class="label" x="[0-9.]+" y="[0-9.]+">([^<]*)<\/text>/#)
      .map { String($0.1) }
  }

  private func chart(from low: Double, to high: Double, count: Int, width: Double) -> LineChart {
    let x = (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    return LineChart([.init("cross-entropy", x: x, y: x)], width: width)
  }

  @Test("a narrow chart has three ticks and more")
  func narrow() {
    #expect(
      ticks(chart(from: 0.02, to: 0.98, count: 50, width: 340)) == ["0.2", "0.4", "0.6", "0.8"])
    #expect(ticks(chart(from: 1, to: 6, count: 6, width: 340)) == ["2", "4", "6"])
    // Between two epochs there is none.
    #expect(ticks(chart(from: 0, to: 1, count: 2, width: 340)) == ["0", "1"])
  }

  @Test(
    "values of one size at the lines' ends have equally many decimals, and no false ones",
    arguments: [
      ([12.5, 3, 0.98, 0.961], ["12.5", "3", "0.980", "0.961"]),
      ([0.993307, 0.006648], ["0.993", "0.00665"]),
      ([0.9998, 0.9966], ["1.000", "0.997"]),
      ([0.042736, 0.036471, 0.006096, 0.001449], ["0.0427", "0.0365", "0.00610", "0.00145"]),
      ([0.1749, 0.0459], ["0.175", "0.0459"]), ([99.96, 12.5], ["100.0", "12.5"]),
      ([1234.5, 345.6], ["1230", "346"]), ([6889, 2_097_184], ["2.1×10⁶", "6889"]),
      ([-0.464, -0.5], ["−0.464", "−0.500"]),
    ])
  func decimals(values: [Double], expected: [String]) {
    let text = LineChart(values.map { .init("", [0, $0]) }).svg.text
    let ends = text.matches(of: #/class="note">([^<]*)</#).map { String($0.1) }
    #expect(ends == expected)
  }

  @Test("labels do not run into each other for the sake of a third")
  func room() {
    #expect(ticks(chart(from: 1e6, to: 1.3e6, count: 9, width: 240)).count < 3)
  }

  @Test("charts below each other have plots of one width")
  func stacked() {
    let charts = [
      LineChart([.init("a", [1.0, 2000])], height: 150),
      LineChart([.init("a long name", [0.0, 1])], height: 150),
    ]
    func plots(_ html: String) -> [Substring] {
      html.matches(of: #/<path class="axis" d="(M[0-9.]+) [0-9.]+(H[0-9.]+)/#).map { $0.1 + $0.2 }
    }
    let alone = charts.flatMap { plots($0.html) }
    #expect(Set(alone).count == 2)
    let row = plots(FigureRow(charts[0], charts[1]).html)
    #expect(row.count == 2 && Set(row).count == 1)
  }
}
