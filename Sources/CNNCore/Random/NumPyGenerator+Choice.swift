extension NumPyGenerator {
  /// Indices drawn with replacing, as `choice(count, size)`.
  public mutating func choice(_ count: Int, size: Int) -> [Int] {
    choice(count, size: size, replacing: true)
  }

  /// One of the elements, as `choice(list)`.
  public mutating func choice<Element>(of elements: [Element]) -> Element {
    elements[choice(elements.count, size: 1)[0]]
  }

  /// Some of the elements, as `choice(list, size, replace=replacing)`.
  public mutating func choice<Element>(
    of elements: [Element], size: Int, replacing: Bool = true
  ) -> [Element] {
    choice(elements.count, size: size, replacing: replacing).map { elements[$0] }
  }

  /// Some of the elements with given probabilities, as `choice(list, size, replace, p)`.
  public mutating func choice<Element>(
    of elements: [Element], size: Int, replacing: Bool = true, probabilities: [Double]
  ) -> [Element] {
    choice(
      elements.count, size: size, replacing: replacing, probabilities: probabilities
    ).map { elements[$0] }
  }

  /// Indices from 0 … `count` − 1 with given probabilities, as `choice(count, size, replace, p)`.
  ///
  /// An index is where a uniform number falls among the running sums of the probabilities. Without
  /// replacing, what was drawn gets probability 0 and what is missing is drawn again.
  ///
  /// - Precondition: There are `count` probabilities, none negative, that sum to 1; without
  ///   replacing, at least `size` of them are above 0.
  public mutating func choice(
    _ count: Int, size: Int, replacing: Bool = true, probabilities: [Double]
  ) -> [Int] {
    require(size >= 0, "choice: the size is negative: \(size)")
    requireProbabilities(probabilities, count)
    if replacing {
      let bounds = runningShares(probabilities)
      return (0..<size).map { _ in bounds.index(of: random()) }
    }
    let possible = probabilities.count { $0 > 0 }
    require(
      size <= possible,
      "choice: \(size) indices cannot be drawn without replacing: "
        + "\(possible) have a probability above 0")
    var remaining = probabilities
    var chosen: [Int] = []
    var isChosen = [Bool](repeating: false, count: count)
    while chosen.count < size {
      let numbers = (chosen.count..<size).map { _ in random() }
      let bounds = runningShares(remaining)
      for index in numbers.map({ bounds.index(of: $0) }) where !isChosen[index] {
        isChosen[index] = true
        chosen.append(index)
      }
      for index in chosen { remaining[index] = 0 }
    }
    return chosen
  }
}

/// Ends the program unless there are so many indices to draw from, with replacing.
func requireChoice(_ count: Int, size: Int) {
  require(size >= 0, "choice: the size is negative: \(size)")
  require(count > 0 || size == 0, "choice: there is nothing to draw \(size) numbers from")
}

private func requireProbabilities(_ probabilities: [Double], _ count: Int) {
  require(
    probabilities.count == count,
    "choice: \(probabilities.count) probabilities given for \(count) indices")
  if let wrong = probabilities.first(where: { !($0 >= 0) }) {
    fail("choice: a probability is not a number from 0 to 1: \(wrong)")
  }
  let sum = Tensor(probabilities).sum()
  // NumPy's tolerance, the root of a double's spacing at 1.
  require(Swift.abs(sum - 1) <= 0x1p-26, "choice: the probabilities sum to \(sum), not to 1")
}

/// The running sums of the probabilities, as parts of the last.
private func runningShares(_ probabilities: [Double]) -> [Double] {
  var sum = 0.0
  let sums = probabilities.map { probability -> Double in
    sum += probability
    return sum
  }
  return sums.map { $0 / sum }
}

extension [Double] {
  /// The first place whose number exceeds the given one, by bisection.
  fileprivate func index(of number: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] > number { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
