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
    /// The upper values of an area, as many as the others; empty for lines and marks.
    let upper: [Double]
    /// How the values are drawn.
    let style: Style
    /// The number by which color, dash and mark are chosen; nil is the series' own.
    private(set) var look: Int?

    /// How a series is drawn.
    enum Style: Sendable {
      /// A line through the points.
      case line
      /// A mark at each point.
      case points
      /// An area from the values up to the upper ones.
      case band
    }

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
      self.init(name, x.map { Double($0) }, y.map { Double($0) }, .line)
    }

    /// Marks at points, without a line.
    ///
    /// - Precondition: as many positions as values.
    public static func points(
      _ name: String, x: [some BinaryFloatingPoint], y: [some BinaryFloatingPoint]
    ) -> Series {
      require(
        x.count == y.count, "LineChart: '\(name)' has \(x.count) positions for \(y.count) values")
      return Series(name, x.map { Double($0) }, y.map { Double($0) }, .points)
    }

    /// An area between two lines, such as a mean plus and minus a deviation; drawn below everything else.
    ///
    /// - Precondition: as many positions as values of both lines.
    public static func band(
      _ name: String, x: [some BinaryFloatingPoint], from low: [some BinaryFloatingPoint],
      to high: [some BinaryFloatingPoint]
    ) -> Series {
      require(
        x.count == low.count && low.count == high.count,
        "LineChart: '\(name)' has \(x.count) positions for \(low.count) and \(high.count) values")
      return Series(
        name, x.map { Double($0) }, low.map { Double($0) }, .band, upper: high.map { Double($0) })
    }

    /// The series with the color, dash and mark that the series with another number has, counted from 0: so
    /// one thing looks alike in several charts.
    public func looking(likeNumber number: Int) -> Series {
      require(number >= 0, "LineChart: the number \(number) of a look; expected 0 or more")
      var series = self
      series.look = number
      return series
    }

    private init(
      _ name: String, _ x: [Double], _ y: [Double], _ style: Style, upper: [Double] = []
    ) {
      self.upper = upper
      self.name = name
      self.x = x
      self.y = y
      self.style = style
    }

    /// The largest values that are drawn at the positions.
    var top: [Double] { style == .band ? upper : y }
  }

  let series: [Series]
  let title: String?
  let xLabel: String?
  let yLabel: String?
  let logarithmicX: Bool
  let logarithmicY: Bool
  let width: Double
  let height: Double
  /// What is kept free beside the plot at least, so that it lines up with others.
  var leastMargins = Margins()

  /// A chart of several lines.
  ///
  /// - Parameters:
  ///   - series: the lines.
  ///   - title: stands above the chart.
  ///   - xLabel: what the horizontal axis counts.
  ///   - yLabel: what the values are.
  ///   - logarithmicX: whether equal distances on the horizontal axis are equal ratios.
  ///   - logarithmicY: whether equal distances on the vertical axis are equal ratios.
  ///   - width: in pixels.
  ///   - height: in pixels.
  public init(
    _ series: [Series], title: String? = nil, xLabel: String? = nil, yLabel: String? = nil,
    logarithmicX: Bool = false, logarithmicY: Bool = false, width: Double = 560,
    height: Double = 300
  ) {
    require(
      width >= 160 && height >= 120, "LineChart: \(width)×\(height) px; expected 160×120 or more")
    self.series = series
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.logarithmicX = logarithmicX
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

  /// The room beside a plot, in pixels.
  struct Margins {
    var left = 0.0
    var right = 0.0
  }
}

extension [LineChart.Series] {
  /// The series, each with the number by which its color, dash and mark are chosen.
  var withLooks: [(look: Int, series: LineChart.Series)] {
    enumerated().map { (look: $1.look ?? $0, series: $1) }
  }
}
