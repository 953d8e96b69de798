/// A square sheet of gray values onto which a round pen draws.
struct Canvas {
  let size: Int
  /// Ink from 0 to 1, row by row.
  private(set) var ink: [Double]

  init(size: Int) {
    self.size = size
    ink = [Double](repeating: 0, count: size * size)
  }

  /// Draws a smooth curve through points, given in pixels.
  ///
  /// The curve is the uniform Catmull–Rom spline: E. Catmull, R. Rom, *A class of local interpolating
  /// splines* (1974), https://doi.org/10.1016/B978-0-12-079050-0.50020-5.
  ///
  /// - Parameter pressure: By how much the radius grows from the begin to the end, in parts.
  mutating func draw(_ points: [(x: Double, y: Double)], radius: Double, pressure: Double) {
    guard var last = points.first else { return }
    let pieces = 6
    let steps = Double(pieces * (points.count - 1))
    for i in 1..<points.count {
      let (b, c) = (points[i - 1], points[i])
      let (a, d) = (points[max(i - 2, 0)], points[min(i + 1, points.count - 1)])
      for k in 1...pieces {
        let t = Double(k) / Double(pieces)
        let next = (x: spline(a.x, b.x, c.x, d.x, t), y: spline(a.y, b.y, c.y, d.y, t))
        let share = Double((i - 1) * pieces + k) / steps
        segment(last, next, radius: radius * (1 + pressure * (share - 0.5)))
        last = next
      }
    }
  }

  private func spline(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ t: Double) -> Double {
    let (first, second) = (c - a, 2 * a - 5 * b + 4 * c - d)
    let third = 3 * (b - c) + d - a
    return b + 0.5 * t * (first + t * (second + t * third))
  }

  /// Inks the pixels by their distance from a line: full within the radius, none a pixel beyond.
  private mutating func segment(
    _ a: (x: Double, y: Double), _ b: (x: Double, y: Double), radius: Double
  ) {
    let reach = radius + 0.5
    guard let columns = pixels(min(a.x, b.x) - reach, max(a.x, b.x) + reach),
      let rows = pixels(min(a.y, b.y) - reach, max(a.y, b.y) + reach)
    else { return }
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    let size = size
    ink.withUnsafeMutableBufferPointer { ink in
      for row in rows {
        let y = Double(row) + 0.5 - a.y
        for column in columns {
          let x = Double(column) + 0.5 - a.x
          let along = length > 0 ? min(max((x * dx + y * dy) / length, 0), 1) : 0
          let (ex, ey) = (x - along * dx, y - along * dy)
          let square = ex * ex + ey * ey
          guard square < reach * reach else { continue }
          let value = min(reach - square.squareRoot(), 1)
          if value > ink[row * size + column] { ink[row * size + column] = value }
        }
      }
    }
  }

  /// The pixels between two places, or nil where none is on the sheet.
  private func pixels(_ low: Double, _ high: Double) -> Range<Int>? {
    guard low < Double(size), high > 0 else { return nil }
    return Int(max(low, 0))..<min(Int(high) + 1, size)
  }
}
