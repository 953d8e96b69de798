extension Double {
  /// The sine of an angle in radians; NaN for infinite ones.
  public static func sin(_ x: Double) -> Double {
    if x.magnitude < 0x1p-26 { return x }
    if !x.isFinite { return .nan }
    let (quarters, rest) = quarterTurns(x)
    let value = quarters & 1 == 0 ? sinOfRest(rest) : cosOfRest(rest)
    return quarters & 2 == 0 ? value : -value
  }

  /// The cosine of an angle in radians; NaN for infinite ones.
  public static func cos(_ x: Double) -> Double {
    if !x.isFinite { return .nan }
    let (quarters, rest) = quarterTurns(x)
    let value = quarters & 1 == 0 ? cosOfRest(rest) : sinOfRest(rest)
    return (quarters + 1) & 2 == 0 ? value : -value
  }

  /// The angle as a number of quarter turns, by which it is meant modulo 4, and a rest of at most
  /// half a quarter turn.
  private static func quarterTurns(_ x: Double) -> (quarters: Int, rest: DoubleDouble) {
    if x.magnitude < 0x1.921fb54442d18p-1 { return (0, DoubleDouble(high: x, low: 0)) }
    if x.magnitude >= 0x1p30 { return largeQuarterTurns(x) }
    let quarters = (x * CircleTable.quartersPerUnit).rounded(.toNearestOrEven)
    let (high, middle, low) = CircleTable.quarter
    // Each product in two doubles, so that nothing is lost where the difference is small.
    let first = quarters * high
    let second = quarters * middle
    var rest = DoubleDouble(sumOf: x, -first)
    rest = DoubleDouble(sumOf: rest.high, first.addingProduct(-quarters, high))
    let carry = rest.low
    rest = DoubleDouble(sumOf: rest.high, -second)
    let tail =
      carry + rest.low + (second.addingProduct(-quarters, middle) - quarters * low)
    return (Int(quarters) & 3, DoubleDouble(sumOf: rest.high, tail))
  }

  /// As `quarterTurns`, for numbers of at least 2³⁰ in magnitude.
  ///
  /// Of the bits of 2 / π only 192 matter for the product modulo 4: those before yield multiples of
  /// 4, those after vanish in the rounding. Payne and Hanek, *Radian reduction for trigonometric
  /// functions* (1983), https://doi.org/10.1145/1057600.1057602.
  private static func largeQuarterTurns(_ x: Double) -> (quarters: Int, rest: DoubleDouble) {
    let exponent = Int(x.exponent) - 52
    let mantissa = x.significandBitPattern | 1 << 52
    // The number is mantissa · 2^exponent; the window's first bit is worth 2 quarter turns.
    let first = exponent - 2
    func word(_ index: Int) -> UInt64 {
      let bit = first + 64 * index
      func whole(_ place: Int) -> UInt64 { place < 0 ? 0 : CircleTable.reciprocalBits[place] }
      let place = bit >> 6
      let shift = UInt64(bit & 63)
      return shift == 0 ? whole(place) : whole(place) << shift | whole(place + 1) >> (64 - shift)
    }
    let low = mantissa.multipliedFullWidth(by: word(2))
    let middle = mantissa.multipliedFullWidth(by: word(1))
    let (second, carry) = middle.low.addingReportingOverflow(low.high)
    let top = mantissa &* word(0) &+ middle.high &+ (carry ? 1 : 0)

    var words = (top << 2 | second >> 62, second << 2 | low.low >> 62)
    var quarters = Int(top >> 62)
    let isAbove = words.0 >> 63 == 1
    if isAbove {
      quarters += 1
      words = (~words.0, ~words.1)
    }
    var fraction = DoubleDouble(high: 0, low: 0)
    for (part, weight) in [
      (words.0 >> 32, 0x1p-32), (words.0 & 0xffff_ffff, 0x1p-64),
      (words.1 >> 32, 0x1p-96), (words.1 & 0xffff_ffff, 0x1p-128),
    ] {
      let sum = DoubleDouble(sumOf: fraction.high, Double(part) * weight)
      fraction = DoubleDouble(sumOf: sum.high, sum.low + fraction.low)
    }
    let quarter = DoubleDouble(high: CircleTable.quarter.high, low: CircleTable.quarter.middle)
    let rest = fraction * quarter
    let isNegative = isAbove != (x < 0)
    return (
      (x < 0 ? -quarters : quarters) & 3,
      isNegative ? DoubleDouble(high: -rest.high, low: -rest.low) : rest
    )
  }

  /// The sine for |x| ≤ π / 4, by its series.
  private static func sinOfRest(_ x: DoubleDouble) -> Double {
    let r = x.high
    let square = r * r
    var series = 1.0 / 355_687_428_096_000
    series = (-1.0 / 1_307_674_368_000).addingProduct(square, series)
    series = (1.0 / 6_227_020_800).addingProduct(square, series)
    series = (-1.0 / 39_916_800).addingProduct(square, series)
    series = (1.0 / 362_880).addingProduct(square, series)
    series = (-1.0 / 5040).addingProduct(square, series)
    series = (1.0 / 120).addingProduct(square, series)
    series = (-1.0 / 6).addingProduct(square, series)
    // The low part times the derivative, 1 − r² / 2.
    let low = x.low.addingProduct(-0.5 * square, x.low)
    return r + low.addingProduct(r * square, series)
  }

  /// The cosine for |x| ≤ π / 4, by its series.
  private static func cosOfRest(_ x: DoubleDouble) -> Double {
    let r = x.high
    let square = r * r
    let squareLow = (-square).addingProduct(r, r) + 2 * r * x.low
    var series = -1.0 / 6_402_373_705_728_000
    series = (1.0 / 20_922_789_888_000).addingProduct(square, series)
    series = (-1.0 / 87_178_291_200).addingProduct(square, series)
    series = (1.0 / 479_001_600).addingProduct(square, series)
    series = (-1.0 / 3_628_800).addingProduct(square, series)
    series = (1.0 / 40_320).addingProduct(square, series)
    series = (-1.0 / 720).addingProduct(square, series)
    series = (1.0 / 24).addingProduct(square, series)
    let leading = DoubleDouble(sumOf: 1, -0.5 * square)
    let tail = (-0.5 * squareLow).addingProduct(square * square, series)
    return leading.high + (leading.low + tail)
  }
}
