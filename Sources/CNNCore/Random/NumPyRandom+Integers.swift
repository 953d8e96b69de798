extension NumPyRandom {
  /// A whole number with low ≤ n < high, as `randint(low, high)`.
  ///
  /// Random bits are masked to the range's length in binary and drawn anew while they exceed it. A
  /// range of one number draws nothing.
  ///
  /// - Precondition: `low < high`.
  public mutating func randint(low: Int, high: Int) -> Int {
    let range = IntegerRange<Int>("randint", low: low, high: high)
    return range.number(bounded(range.span))
  }

  /// A whole number with 0 ≤ n < high, as `randint(high)`.
  public mutating func randint(_ high: Int) -> Int { randint(low: 0, high: high) }

  /// Whole numbers with low ≤ n < high, as `randint(low, high, count)`.
  public mutating func randint(low: Int, high: Int, count: Int) -> [Int] {
    randint(low: low, high: high, count: count, as: Int.self)
  }

  /// Whole numbers of a given type with low ≤ n < high, as `randint(low, high, count, dtype=…)`.
  public mutating func randint<Number: FixedWidthInteger>(
    low: Int, high: Int, count: Int, as type: Number.Type
  ) -> [Number] {
    numbers(IntegerRange("randint", low: low, high: high), "randint", count)
  }

  /// Whole numbers with low ≤ n < high in a tensor, as `randint(low, high, shape)`.
  ///
  /// - Note: Numbers beyond 2⁵³ in magnitude are rounded.
  public mutating func randint(low: Int, high: Int, shape: [Int]) -> Tensor<Double> {
    let numbers = randint(low: low, high: high, count: elementCount(of: shape))
    return Tensor(unchecked: shape, numbers.map { Double($0) })
  }

  /// Whole numbers of a given type, as `randint`, under the name that both generators share.
  ///
  /// - Precondition: The range is not empty, and the type holds its numbers.
  public mutating func integers<Number: FixedWidthInteger>(
    low: Int, high: Int, count: Int, endpoint: Bool, as type: Number.Type
  ) -> [Number] {
    let range = IntegerRange<Number>("integers", low: low, high: high, endpoint: endpoint)
    return numbers(range, "integers", count)
  }

  /// Truth values, as `randint(0, 2, count, dtype=bool)`: bits of 32-bit words, the lowest first.
  public mutating func booleans(count: Int) -> [Bool] {
    require(count >= 0, "booleans: the count is negative: \(count)")
    var pieces = WordPieces()
    return (0..<count).map { _ in pieces.next(bits: 1) { nextWord() } == 1 }
  }

  /// Indices from 0 … `count` − 1, as `choice(count, size, replace=replacing)`.
  ///
  /// - Precondition: Without replacing, no more are drawn than there are.
  public mutating func choice(_ count: Int, size: Int, replacing: Bool) -> [Int] {
    if replacing {
      requireChoice(count, size: size)
      return size == 0 ? [] : randint(low: 0, high: count, count: size)
    }
    require(
      0 <= size && size <= count,
      "choice: \(size) of \(count) numbers cannot be drawn without replacing")
    return Array(permutation(count).prefix(size))
  }

  /// A whole number from 0 … largest, as drawn to exchange elements in a shuffle.
  public mutating func exchangeIndex(through largest: Int) -> Int { Int(bounded(UInt64(largest))) }
}

extension NumPyRandom {
  /// A number from 0 … largest, with as few random words as NumPy takes.
  private mutating func bounded(_ largest: UInt64) -> UInt64 {
    if largest <= 0xffff_ffff { return masked(largest) { UInt64($0.nextWord()) } }
    return masked(largest) { $0.next() }
  }

  private mutating func numbers<Number: FixedWidthInteger>(
    _ range: IntegerRange<Number>, _ caller: String, _ count: Int
  ) -> [Number] {
    require(count >= 0, "\(caller): the count is negative: \(count)")
    if Number.bitWidth >= 32 { return (0..<count).map { _ in range.number(bounded(range.span)) } }
    var pieces = WordPieces()
    return (0..<count).map { _ in
      let offset = masked(range.span) { random in
        UInt64(pieces.next(bits: Number.bitWidth) { random.nextWord() })
      }
      return range.number(offset)
    }
  }

  /// Draws, masked to the bits that `largest` has, until one does not exceed it.
  @inline(__always)
  private mutating func masked(
    _ largest: UInt64, _ draw: (inout NumPyRandom) -> UInt64
  ) -> UInt64 {
    if largest == 0 { return 0 }
    let mask = UInt64.max >> largest.leadingZeroBitCount
    var number: UInt64
    repeat { number = draw(&self) & mask } while number > largest
    return number
  }
}
