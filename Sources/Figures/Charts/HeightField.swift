/// The heights of a function on a grid, and its lines of equal height.
struct HeightField: Sendable {
  /// The horizontal range.
  let x: ClosedRange<Double>
  /// The vertical range.
  let y: ClosedRange<Double>
  private let heights: [Double]

  private static let columns = 90
  private static let rows = 64

  init(
    _ function: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>
  ) {
    self.x = x
    self.y = y
    var heights: [Double] = []
    for row in 0...Self.rows {
      for column in 0...Self.columns {
        heights.append(
          function(
            Self.place(column, of: Self.columns, in: x), Self.place(row, of: Self.rows, in: y)))
      }
    }
    self.heights = heights
  }

  /// Heights from the lowest to the highest, closer to each other near the lowest.
  func levels(_ count: Int) -> [Double] {
    let finite = heights.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max(), low < high else { return [] }
    return (1...count).map { index in
      let share = Double(index) / Double(count + 1)
      return low + (high - low) * share * share * share
    }
  }

  /// A piece of a line of equal height, with its ends as shares of the two ranges.
  struct Segment {
    var start: (x: Double, y: Double)
    var end: (x: Double, y: Double)
  }

  /// The line at a height, cell by cell: marching squares.
  ///
  /// Where a cell's opposite corners are both above, its mean height tells which of them belong together.
  func line(at level: Double) -> [Segment] {
    var segments: [Segment] = []
    for row in 0..<Self.rows {
      for column in 0..<Self.columns { segments += crossings(row, column, level) }
    }
    return segments
  }

  private func crossings(_ row: Int, _ column: Int, _ level: Double) -> [Segment] {
    // The corners around the cell, from the lower left against the clock in the ranges' own sense.
    let corners = [
      (column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1),
    ]
    let values = corners.map { heights[$0.1 * (Self.columns + 1) + $0.0] - level }
    guard values.allSatisfy(\.isFinite) else { return [] }
    let points = (0..<4).compactMap { side -> (side: Int, x: Double, y: Double)? in
      let next = (side + 1) % 4
      guard (values[side] < 0) != (values[next] < 0) else { return nil }
      let share = values[side] / (values[side] - values[next])
      let (from, to) = (corners[side], corners[next])
      return (
        side, (Double(from.0) + share * Double(to.0 - from.0)) / Double(Self.columns),
        (Double(from.1) + share * Double(to.1 - from.1)) / Double(Self.rows)
      )
    }
    func segment(_ first: Int, _ second: Int) -> Segment {
      Segment(
        start: (points[first].x, points[first].y), end: (points[second].x, points[second].y))
    }
    if points.count == 2 { return [segment(0, 1)] }
    guard points.count == 4 else { return [] }
    let mean = values.reduce(0, +) / 4
    return (mean < 0) == (values[0] < 0)
      ? [segment(0, 1), segment(2, 3)] : [segment(0, 3), segment(1, 2)]
  }

  private static func place(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(count)
  }
}
