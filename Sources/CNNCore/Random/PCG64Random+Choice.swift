extension PCG64Random {
  /// Indices from 0 … `count` − 1, as `choice(count, size, replace=replacing)`.
  ///
  /// - Precondition: Without replacing, no more are drawn than there are.
  public mutating func choice(_ count: Int, size: Int, replacing: Bool) -> [Int] {
    choice(count, size: size, replacing: replacing, shuffling: true)
  }

  /// Indices from 0 … `count` − 1, as `choice(count, size, replace=replacing, shuffle=shuffling)`.
  ///
  /// Without shuffling, which indices are drawn is random, but not their order. Few of many are
  /// drawn by Floyd's algorithm: Bentley, *Programming pearls: a sample of brilliance* (1987),
  /// https://doi.org/10.1145/30401.315746.
  ///
  /// - Precondition: Without replacing, no more are drawn than there are.
  public mutating func choice(
    _ count: Int, size: Int, replacing: Bool, shuffling: Bool
  ) -> [Int] {
    if replacing {
      requireChoice(count, size: size)
      return size == 0 ? [] : integers(low: 0, high: count, count: size)
    }
    require(
      0 <= size && size <= count,
      "choice: \(size) of \(count) numbers cannot be drawn without replacing")
    if count > 10_000 && size > count / (shuffling ? 50 : 20) {
      return shuffledTail(count, size)
    }
    var chosen: [Int] = []
    var isChosen = Set<Int>()
    for last in count - size..<count {
      let index = Int(bounded(UInt64(last)))
      // An index drawn before gives way to the largest one, which cannot have been drawn.
      let isNew = isChosen.insert(index).inserted
      if !isNew { isChosen.insert(last) }
      chosen.append(isNew ? index : last)
    }
    if shuffling { exchange(&chosen, downTo: 1) }
    return chosen
  }

  /// The last `size` of all numbers after these alone were exchanged.
  private mutating func shuffledTail(_ count: Int, _ size: Int) -> [Int] {
    var numbers = Array(0..<count)
    exchange(&numbers, downTo: max(count - size, 1))
    return Array(numbers[(count - size)...])
  }

  /// Exchanges numbers as a shuffle does, but with indices drawn as `integers` draws them.
  private mutating func exchange(_ numbers: inout [Int], downTo first: Int) {
    for i in stride(from: numbers.count - 1, through: first, by: -1) {
      numbers.swapAt(i, Int(bounded(UInt64(i))))
    }
  }
}
