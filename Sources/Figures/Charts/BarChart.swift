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
  ///   - values: finite numbers; the largest counts to the last interval.
  ///   - bins: how many intervals.
  ///   - range: what they divide; nil is from the least to the greatest value. Values outside are left out.
  /// - Precondition: there are values, and at least one interval.
  public static func histogram(
    of values: [some BinaryFloatingPoint], bins: Int = 20, range: ClosedRange<Double>? = nil,
    title: String? = nil, xLabel: String? = nil, yLabel: String? = "count", width: Double = 560,
    height: Double = 260
  ) -> BarChart {
    let numbers = values.map { Double($0) }
    require(
      !numbers.isEmpty && bins > 0 && numbers.allSatisfy(\.isFinite),
      "BarChart: a histogram of \(numbers.count) finite values in \(bins) intervals cannot be drawn"
    )
    let low = range?.lowerBound ?? numbers.min()!
    let span = (range?.upperBound ?? numbers.max()!) - low
    let step = (span > 0 ? span : 1) / Double(bins)
    var counts = [Double](repeating: 0, count: bins)
    for number in numbers where number >= low && number <= low + max(span, step) {
      counts[min(bins - 1, Int((number - low) / step))] += 1
    }
    let format = NumberFormat.significant(3)
    return BarChart(
      counts, (0..<bins).map { format.string(low + Double($0) * step) }, title, xLabel, yLabel,
      width, height, isHistogram: true)
  }
}
