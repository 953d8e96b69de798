import CNNCore

/// Lines over a common horizontal axis, such as a loss per epoch.
///
/// Each line is named at its end where it has a name. On a logarithmic axis values that
/// are not positive are left out; values that are not finite interrupt a line.
public struct LineChart: Figure {
  /// One line.
  public struct Series: Sendable {
    /// The name, written at the line's end; may be empty.
    public let name: String
    /// The horizontal positions.
    public let x: [Double]
    /// The values.
    public let y: [Double]

    /// A line through values at 0, 1, 2, ….
    public init(_ name: String, _ y: [some BinaryFloatingPoint]) {
      self.init(name, x: y.indices.map(Double.init), y: y)
    }

    /// A line through points.
    ///
    /// - Precondition: as many positions as values.
    public init(_ name: String, x: [some BinaryFloatingPoint], y: [some BinaryFloatingPoint]) {
      require(
        x.count == y.count, "LineChart: '\(name)' has \(x.count) positions for \(y.count) values")
      self.name = name
      self.x = x.map { Double($0) }
      self.y = y.map { Double($0) }
    }
  }

  let series: [Series]
  let title: String?
  let xLabel: String?
  let yLabel: String?
  let logarithmicY: Bool
  let width: Double
  let height: Double

  /// A chart of several lines.
  ///
  /// - Parameters:
  ///   - series: the lines.
  ///   - title: stands above the chart.
  ///   - xLabel: what the horizontal axis counts.
  ///   - yLabel: what the values are.
  ///   - logarithmicY: whether equal distances on the vertical axis are equal ratios.
  ///   - width: in pixels.
  ///   - height: in pixels.
  public init(
    _ series: [Series], title: String? = nil, xLabel: String? = nil, yLabel: String? = nil,
    logarithmicY: Bool = false, width: Double = 560, height: Double = 300
  ) {
    require(
      width >= 160 && height >= 120, "LineChart: \(width)×\(height) px; expected 160×120 or more")
    self.series = series
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.logarithmicY = logarithmicY
    self.width = width
    self.height = height
  }

  /// A chart of one line through values at 0, 1, 2, ….
  public init(
    _ values: [some BinaryFloatingPoint], title: String? = nil, xLabel: String? = nil,
    yLabel: String? = nil, logarithmicY: Bool = false, width: Double = 560, height: Double = 300
  ) {
    self.init(
      [Series("", values)], title: title, xLabel: xLabel, yLabel: yLabel,
      logarithmicY: logarithmicY, width: width, height: height)
  }

  /// The drawing.
  public var svg: SVG { LineChartDrawing(self).svg }
}
