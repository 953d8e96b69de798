extension NumPyRandom {
  /// A whole number with low ≤ n < high, as `randint(low, high)`.
  ///
  /// Random bits are masked to the range's length in binary and drawn anew while they exceed it. A
  /// range of one number draws nothing.
  ///
  /// - Precondition: `low < high`.
  public mutating func randint(low: Int, high: Int) -> Int {
    require(low < high, "randint: low (\(low)) must be less than high (\(high))")
    let span = UInt64(bitPattern: Int64(high)) &- UInt64(bitPattern: Int64(low)) &- 1
    return Int(truncatingIfNeeded: UInt64(bitPattern: Int64(low)) &+ bounded(span))
  }

  /// A whole number with 0 ≤ n < high, as `randint(high)`.
  public mutating func randint(_ high: Int) -> Int { randint(low: 0, high: high) }

  /// Whole numbers with low ≤ n < high, as `randint(low, high, count)`.
  public mutating func randint(low: Int, high: Int, count: Int) -> [Int] {
    require(count >= 0, "randint: the count is negative: \(count)")
    return (0..<count).map { _ in randint(low: low, high: high) }
  }

  /// Whole numbers with low ≤ n < high in a tensor, as `randint(low, high, shape)`.
  ///
  /// - Note: Numbers beyond 2⁵³ in magnitude are rounded.
  public mutating func randint(low: Int, high: Int, shape: [Int]) -> Tensor<Double> {
    let numbers = randint(low: low, high: high, count: elementCount(of: shape))
    return Tensor(unchecked: shape, numbers.map { Double($0) })
  }

  /// A number from 0 … largest, with as few random words as NumPy takes.
  mutating func bounded(_ largest: UInt64) -> UInt64 {
    if largest == 0 { return 0 }
    let mask = UInt64.max >> largest.leadingZeroBitCount
    var number: UInt64
    repeat {
      number = (largest <= 0xffff_ffff ? UInt64(nextWord()) : next()) & mask
    } while number > largest
    return number
  }
}
