/// What makes one person's writing of one moment differ from another's.
///
/// Everything is plain arithmetic, so that the same draws make the same bits everywhere.
struct Hand {
  /// How far points stray, and the coefficients of a smooth bending of the sheet.
  var jitter: Double
  var bend: [Double]
  /// Width, height, lean to the right, and the tangent of half the angle of turning.
  var width: Double
  var height: Double
  var slant: Double
  var turn: Double
  /// The place of the middle, in sheets.
  var shift: (x: Double, y: Double)
  /// The pen's radius, and by how much it grows from a stroke's begin to its end.
  var radius: Double
  var pressure: Double

  /// A random hand that places digits up to `scatter` sheets off the middle.
  init(scatter: Double, using generator: inout some NumPyGenerator) {
    jitter = 0.085
    bend = (0..<6).map { _ in generator.uniform(low: -0.12, high: 0.12) }
    width = generator.uniform(low: 0.6, high: 1.08)
    height = generator.uniform(low: 0.8, high: 1.02)
    slant = generator.uniform(low: -0.15, high: 0.45)
    turn = generator.uniform(low: -0.12, high: 0.12)
    shift = (
      generator.uniform(low: -scatter, high: scatter),
      generator.uniform(low: -scatter, high: scatter)
    )
    radius = generator.uniform(low: 0.075, high: 0.19)
    pressure = generator.uniform(low: -0.3, high: 0.3)
  }

  /// Where a point of the sheet comes to lie.
  func place(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    var (x, y) = point
    (x, y) = (
      x + bend[0] * x * y + bend[1] * y * y + bend[2] * x * x,
      y + bend[3] * x * y + bend[4] * y * y + bend[5] * x * x
    )
    (x, y) = (x * width - slant * y, y * height)
    // The cosine and the sine of an angle by the tangent of its half.
    let (cosine, sine) = ((1 - turn * turn) / (1 + turn * turn), 2 * turn / (1 + turn * turn))
    return (cosine * x - sine * y + shift.x, sine * x + cosine * y + shift.y)
  }
}

extension Handwriting {
  /// The same strokes written by a hand.
  func written(by hand: Hand, using generator: inout some NumPyGenerator) -> Handwriting {
    var copy = self
    for s in strokes.indices {
      var stray = (x: 0.0, y: 0.0)
      for (i, point) in strokes[s].enumerated() {
        // A corner is a point given twice, and strays as one.
        let isCorner = i > 0 && strokes[s][i - 1] == point
        if !isCorner {
          stray.x = generator.uniform(low: -hand.jitter, high: hand.jitter)
          stray.y = generator.uniform(low: -hand.jitter, high: hand.jitter)
        }
        copy.strokes[s][i] = hand.place((point.x + stray.x, point.y + stray.y))
      }
    }
    return copy
  }
}
