/// The marks of single points.
enum LineChartMark {
  /// A mark whose form, like its color, tells the series: a disc, a square, a triangle.
  ///
  /// The place is in tenths of pixels.
  static func element(_ index: Int, x: Int, y: Int) -> String {
    let color = index % 6 + 1
    let (x, y) = (Markup.tenths(x), Markup.tenths(y))
    switch index % 3 {
    case 0: return "<circle class=\"f\(color)\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.5\"/>"
    case 1: return "<path class=\"e\(color)\" d=\"M\(x) \(y)m-3-3h6v6h-6z\"/>"
    default: return "<path class=\"e\(color)\" d=\"M\(x) \(y)m-4 3h8l-4-7z\"/>"
    }
  }
}
