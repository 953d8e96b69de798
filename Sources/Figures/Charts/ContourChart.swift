import CNNCore

/// The lines of equal height of a function of two variables, with paths across it.
///
///     ContourChart(
///       of: { x, y in x * x + 10 * y * y }, x: -2...2, y: -1...1,
///       paths: [.init("gradient descent", x: xs, y: ys)])
///
/// Each path is named in a legend, begins with a ring and ends with a dot.
public struct ContourChart: Figure {
  let levels: [Double]
  let field: HeightField
  let paths: [LineChart.Series]
  let title: String?
  let xLabel: String?
  let yLabel: String?
  let width: Double
  let height: Double

  /// A chart of a function.
  ///
  /// - Parameters:
  ///   - function: the height at a point.
  ///   - x: the horizontal range.
  ///   - y: the vertical range.
  ///   - levels: the heights of the lines; nil draws 12, closer to each other near the lowest point.
  ///   - paths: lines across it; what leaves the ranges is cut off.
  ///   - title: stands above the chart.
  ///   - xLabel: what the horizontal axis is.
  ///   - yLabel: what the vertical axis is.
  ///   - width: in pixels.
  ///   - height: in pixels.
  /// - Precondition: the ranges are not empty.
  public init(
    of function: (_ x: Double, _ y: Double) -> Double, x: ClosedRange<Double>,
    y: ClosedRange<Double>, levels: [Double]? = nil, paths: [LineChart.Series] = [],
    title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, width: Double = 560,
    height: Double = 400
  ) {
    require(
      x.lowerBound < x.upperBound && y.lowerBound < y.upperBound,
      "ContourChart: the ranges \(x) and \(y) must not be empty")
    field = HeightField(function, x: x, y: y)
    self.levels = levels ?? field.levels(12)
    self.paths = paths
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.width = width
    self.height = height
  }

  /// The drawing.
  public var svg: SVG { ContourDrawing(self).svg }

  /// Where each path begins and ends.
  public var plainText: String { sentences.joined(separator: "\n") }

  /// The ranges, and where each path begins and ends.
  var textAlternative: String { sentences.joined(separator: ". ") + "." }

  private var sentences: [String] {
    let format = NumberFormat.significant(3)
    func range(_ range: ClosedRange<Double>) -> String {
      "\(format.string(range.lowerBound)) to \(format.string(range.upperBound))"
    }
    let heading =
      (title.map { $0 + ": " } ?? "")
      + "Contour lines over \(xLabel ?? "x") from \(range(field.x)) and \(yLabel ?? "y") "
      + "from \(range(field.y))"
    return [heading]
      + paths.map { path in
        guard let x = path.x.first, let y = path.y.first, let endX = path.x.last,
          let endY = path.y.last
        else { return "\(path.name): no points" }
        func point(_ x: Double, _ y: Double) -> String {
          "(\(format.string(x)), \(format.string(y)))"
        }
        return "\(path.name): \(path.x.count) points from \(point(x, y)) to \(point(endX, endY))"
      }
  }
}
