extension PCG64Random {
  /// Whole numbers of a given type with low ≤ n < high, or n ≤ high with `endpoint`, as
  /// `integers(low, high, count, dtype=…, endpoint=…)`.
  ///
  /// A random word is multiplied with the range's length; the upper half of the product is the
  /// number, unless the lower shows that it would be drawn too often. Lemire, *Fast random integer
  /// generation in an interval* (2019), https://doi.org/10.1145/3230636.
  ///
  /// - Precondition: The range is not empty, and the type holds its numbers.
  public mutating func integers<Number: FixedWidthInteger>(
    low: Int, high: Int, count: Int, endpoint: Bool, as type: Number.Type
  ) -> [Number] {
    let range = IntegerRange<Number>("integers", low: low, high: high, endpoint: endpoint)
    require(count >= 0, "integers: the count is negative: \(count)")
    var pieces = WordPieces()
    return (0..<count).map { _ in
      if range.span == 0 { return range.number(0) }
      if Number.bitWidth >= 32 { return range.number(bounded(range.span)) }
      let bits = Number.bitWidth
      return range.number(
        scaled(range.span, bits: bits) { $0.piece(bits: bits, of: &pieces) })
    }
  }

  /// Truth values, as `integers(0, 2, count, dtype=bool)`: bits of 32-bit words, the lowest first.
  public mutating func booleans(count: Int) -> [Bool] {
    require(count >= 0, "booleans: the count is negative: \(count)")
    var pieces = WordPieces()
    return (0..<count).map { _ in piece(bits: 1, of: &pieces) == 1 }
  }

  /// A whole number from 0 … largest, as drawn to exchange elements in a shuffle: masked random bits,
  /// drawn anew while they exceed `largest`.
  public mutating func exchangeIndex(through largest: Int) -> Int {
    if largest == 0 { return 0 }
    let mask = Int.max >> (largest.leadingZeroBitCount - 1)
    var index: Int
    repeat {
      let bits = largest <= 0xffff_ffff ? UInt64(nextWord()) : next()
      index = Int(truncatingIfNeeded: bits) & mask
    } while index > largest
    return index
  }

  /// A number from 0 … largest, with as few random bits as NumPy takes.
  mutating func bounded(_ largest: UInt64) -> UInt64 {
    if largest == 0 { return 0 }
    if largest <= 0xffff_ffff { return scaled(largest, bits: 32) { UInt64($0.nextWord()) } }
    if largest == .max { return next() }
    let length = largest + 1
    var product = next().multipliedFullWidth(by: length)
    if product.low < length {
      let threshold = (0 &- length) % length
      while product.low < threshold { product = next().multipliedFullWidth(by: length) }
    }
    return product.high
  }

  /// A number from 0 … largest out of draws of up to 32 bits.
  private mutating func scaled(
    _ largest: UInt64, bits: Int, _ draw: (inout PCG64Random) -> UInt64
  ) -> UInt64 {
    let full: UInt64 = 1 << UInt64(bits)
    let length = largest + 1
    if length == full { return draw(&self) }
    var product = draw(&self) * length
    if product & (full - 1) < length {
      let threshold = (full - length) % length
      while product & (full - 1) < threshold { product = draw(&self) * length }
    }
    return product >> UInt64(bits)
  }

  private mutating func piece(bits: Int, of pieces: inout WordPieces) -> UInt64 {
    UInt64(pieces.next(bits: bits) { nextWord() })
  }
}
