import CNNCore

/// Bars from zero, one for each label: counts, shares, costs.
public struct BarChart: Figure {
  let values: [Double]
  let labels: [String]
  let title: String?
  let xLabel: String?
  let yLabel: String?
  let width: Double
  let height: Double
  /// Whether the bars stand side by side without gaps, each label at a bar's left edge.
  let isHistogram: Bool

  /// A chart of values.
  ///
  /// - Parameters:
  ///   - values: the length of each bar.
  ///   - labels: the name of each bar.
  ///   - title: stands above the chart.
  ///   - xLabel: what the bars are.
  ///   - yLabel: what the values are.
  ///   - width: in pixels.
  ///   - height: in pixels.
  /// - Precondition: as many labels as values, at least one, all finite.
  public init(
    _ values: [some BinaryFloatingPoint], labels: [String], title: String? = nil,
    xLabel: String? = nil, yLabel: String? = nil, width: Double = 560, height: Double = 260
  ) {
    require(
      values.count == labels.count && !values.isEmpty,
      "BarChart: \(labels.count) labels for \(values.count) values")
    self.init(
      values.map { Double($0) }, labels, title, xLabel, yLabel, width, height, isHistogram: false)
  }

  init(
    _ values: [Double], _ labels: [String], _ title: String?, _ xLabel: String?,
    _ yLabel: String?, _ width: Double, _ height: Double, isHistogram: Bool
  ) {
    require(values.allSatisfy(\.isFinite), "BarChart: the values must be finite")
    self.values = values
    self.labels = labels
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.width = width
    self.height = height
    self.isHistogram = isHistogram
  }

  /// The drawing.
  public var svg: SVG { BarChartDrawing(self).svg }

  /// Each bar's label and value, one below the other.
  public var plainText: String {
    ([title].compactMap { $0 } + rows).joined(separator: "\n")
  }

  var textAlternative: String {
    (title.map { $0 + ": " } ?? "") + "\(values.count) bars. " + rows.joined(separator: "; ") + "."
  }

  private var rows: [String] {
    let format = NumberFormat.significant(4)
    return zip(labels, values).map { "\($0): \(format.string($1))" }
  }
}

extension BarChart {
  /// How many of the values fall into each of equal intervals.
  ///
  /// - Parameters:
  ///   - values: finite numbers; one between two intervals counts to the upper, the largest to the last.
  ///   - bins: how many intervals; without a range about so many, whose edges are round numbers.
  ///   - range: what they divide; nil is all values. Values outside are left out.
  /// - Precondition: there are values, and at least one interval.
  public static func histogram(
    of values: [some BinaryFloatingPoint], bins: Int = 20, range: ClosedRange<Double>? = nil,
    title: String? = nil, xLabel: String? = nil, yLabel: String? = "count", width: Double = 560,
    height: Double = 260
  ) -> BarChart {
    let numbers = values.map { Double($0) }
    require(
      !numbers.isEmpty && bins > 0,
      "BarChart: a histogram of \(numbers.count) values in \(bins) intervals cannot be drawn")
    if let place = numbers.firstIndex(where: { !$0.isFinite }) {
      fail("BarChart: value \(place) of the histogram is \(numbers[place]); all must be finite")
    }
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let edges = range.map { equalEdges($0, bins) } ?? roundEdges(low, high, bins)
    require(
      edges.allSatisfy(\.isFinite),
      "BarChart: the intervals of a histogram from \(low) to \(high) have edges beyond all finite "
        + "numbers")
    let starts = edges.dropLast()
    var counts = [Double](repeating: 0, count: starts.count)
    for number in numbers where edges[0] <= number && number <= edges[edges.count - 1] {
      counts[(starts.lastIndex { $0 <= number })!] += 1
    }
    let format = NumberFormat.significant(6)
    return BarChart(
      counts, starts.map(format.string), title, xLabel, yLabel, width, height, isHistogram: true)
  }

  private static func equalEdges(_ range: ClosedRange<Double>, _ bins: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    let step = (span > 0 ? span : 1) / Double(bins)
    return (0..<bins).map { range.lowerBound + Double($0) * step }
      + [span > 0 ? range.upperBound : range.lowerBound + 1]
  }

  private static func roundEdges(_ low: Double, _ high: Double, _ bins: Int) -> [Double] {
    // A step below the numbers' own spacing would not lead from one edge to the next.
    let spacing = max(low.magnitude, high.magnitude).ulp
    let share = low < high ? high / Double(bins) - low / Double(bins) : 1
    let step = RoundStep(atLeast: max(share, spacing))
    let first = Int((low / step.value).rounded(.down))
    let last = max(first + 1, Int((high / step.value).rounded(.up)))
    return (first...last).map(step.multiple)
  }
}
