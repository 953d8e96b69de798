/// How an axis is cut into tiles, each of which is transformed by itself ("overlap-save").
///
/// A tile of `length` elements gives the `step` outputs whose windows lie on it as a whole.
struct FourierTiling {
  let length: Int
  let step: Int
  /// The first element of each tile.
  let starts: [Int]

  /// The cheapest tiling for windows that span `span` elements at the first `places` places: in one
  /// piece, or in tiles whose length is a power of two.
  init(places: Int, span: Int) {
    let whole = fastFourierLength(places + span - 1)
    var length = whole
    var candidate = 16
    while candidate < whole {
      if candidate >= span && Self.cost(candidate, places, span) < Self.cost(length, places, span) {
        length = candidate
      }
      candidate *= 2
    }
    self.length = length
    step = length - span + 1
    starts = Array(stride(from: 0, to: places, by: step))
  }

  /// The number of tiles times the work for each, n · log n.
  private static func cost(_ length: Int, _ places: Int, _ span: Int) -> Int {
    let step = length - span + 1
    let digits = Int.bitWidth - length.leadingZeroBitCount
    return (places + step - 1) / step * length * digits
  }
}

/// The least product of 2, 3 and 5 that is not below a length: such have fast transforms.
func fastFourierLength(_ length: Int) -> Int {
  var candidate = max(length, 1)
  while true {
    var rest = candidate
    for factor in [2, 3, 5] {
      while rest % factor == 0 { rest /= factor }
    }
    if rest == 1 { return candidate }
    candidate += 1
  }
}
