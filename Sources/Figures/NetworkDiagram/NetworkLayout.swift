/// Where the stages of a network diagram lie: in rows, as many in each as fit.
struct NetworkLayout {
  /// A stage, with the arrow that leads to it.
  struct Place {
    /// The left end of the arrow, or of the first stage.
    var x: Double
    /// The top of the row.
    var top: Double
    /// The height of the row's tallest maps.
    var band: Double

    /// The middle of the values.
    var middle: Double { top + NetworkLayout.mapTop + band / 2 }
    /// The top of the gradients.
    var lower: Double { top + NetworkLayout.mapTop + band + 26 }
    /// The middle of the gradients.
    var lowerMiddle: Double { lower + band / 2 }
  }

  private(set) var places: [Place] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  fileprivate static let mapTop = 38.0

  /// Rows of at most the given width, unless one stage alone is wider, below a heading.
  init(_ stages: [StageDrawing], widest: Double, heading: Double) {
    var top = heading
    for row in Self.rows(stages, widest: widest) {
      let band = stages[row].map(\.height).max() ?? 0
      var x = 2.0
      for stage in stages[row] {
        places.append(Place(x: x, top: top, band: band))
        x += stage.width
      }
      width = max(width, x + 2)
      let hasGradients = stages[row].contains { $0.gradient != nil }
      height = hasGradients ? places[places.count - 1].lower + band : top + Self.mapTop + band
      top = height + 18
    }
    height += 4
  }

  /// The least number of rows, and of these the ones whose widest is least: none is left alone.
  private static func rows(_ stages: [StageDrawing], widest: Double) -> [Range<Int>] {
    var rows = filledRows(stages, widest: widest)
    let count = rows.count
    while let width = rows.map({ Self.width(stages[$0]) }).max() {
      let narrower = filledRows(stages, widest: width - 1)
      if narrower.count > count || narrower == rows { break }
      rows = narrower
    }
    return rows
  }

  private static func width(_ stages: ArraySlice<StageDrawing>) -> Double {
    stages.reduce(0) { $0 + $1.width }
  }

  private static func filledRows(_ stages: [StageDrawing], widest: Double) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var used = 0.0
    for (index, stage) in stages.enumerated() {
      if let last = rows.last, used + stage.width <= widest {
        rows[rows.count - 1] = last.lowerBound..<index + 1
        used += stage.width
      } else {
        rows.append(index..<index + 1)
        used = stage.width
      }
    }
    return rows
  }
}
