/// Lines through points given in tenths of pixels.
enum ChartPath {
  /// A point in tenths of pixels.
  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// The path data of a line, in steps from point to point.
  static func data(_ points: [Point]) -> String {
    guard points.count > 1 else { return "" }
    var text = "M" + pair(points[0].x, points[0].y)
    text += "l"
    for (index, (previous, next)) in zip(points, points.dropFirst()).enumerated() {
      let step = pair(next.x - previous.x, next.y - previous.y)
      text += (index == 0 || step.hasPrefix("-") ? "" : " ") + step
    }
    return text
  }

  /// The line with at most four points in each column of pixels: first, lowest, highest, last.
  static func thinned(_ points: [Point]) -> [Point] {
    var result: [Point] = []
    var start = 0
    while start < points.count {
      var end = start + 1
      while end < points.count, points[end].x / 10 == points[start].x / 10 { end += 1 }
      let column = points[start..<end]
      if column.count <= 4 {
        result += column
      } else {
        let lowest = column.indices.min { column[$0].y < column[$1].y }!
        let highest = column.indices.max { column[$0].y < column[$1].y }!
        let kept = Set([start, lowest, highest, end - 1])
        result += kept.sorted().map { points[$0] }
      }
      start = end
    }
    return result
  }

  private static func pair(_ x: Int, _ y: Int) -> String {
    let second = Markup.tenths(y)
    return Markup.tenths(x) + (second.hasPrefix("-") ? "" : " ") + second
  }
}
