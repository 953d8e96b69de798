extension NumPyRandom {
  /// Puts the elements in a random order, as `shuffle(list)`.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    swapPairs(elements.count) { elements.swapAt($0, $1) }
  }

  /// Puts the parts along the first axis in a random order: samples of a batch, rows of a matrix.
  public mutating func shuffle<Scalar>(_ tensor: inout Tensor<Scalar>) {
    tensor = permutation(of: tensor)
  }

  /// The numbers 0, 1, … `count` − 1 in a random order, as `permutation(count)`.
  public mutating func permutation(_ count: Int) -> [Int] {
    require(count >= 0, "permutation: the count is negative: \(count)")
    return permutation(of: Array(0..<count))
  }

  /// The elements in a random order, as `permutation(list)`.
  public mutating func permutation<Element>(of elements: [Element]) -> [Element] {
    var elements = elements
    shuffle(&elements)
    return elements
  }

  /// The parts along the first axis in a random order, as `permutation(array)`.
  public mutating func permutation<Scalar>(of tensor: Tensor<Scalar>) -> Tensor<Scalar> {
    require(tensor.rank >= 1, "permutation: a single number has no axis to permute")
    let order = permutation(tensor.shape[0])
    if order.isEmpty { return tensor }
    return Tensor(stacking: order.map { tensor[slice: $0] })
  }

  /// Numbers from 0 … `count` − 1, as `choice(count, size, replace=replacing)`.
  ///
  /// - Precondition: Without replacing, no more are drawn than there are.
  public mutating func choice(_ count: Int, size: Int, replacing: Bool = true) -> [Int] {
    if replacing { return randint(low: 0, high: count, count: size) }
    require(
      0 <= size && size <= count,
      "choice: \(size) of \(count) numbers cannot be drawn without replacing")
    return Array(permutation(count).prefix(size))
  }

  /// The exchanges of a Fisher–Yates shuffle from the last element down.
  private mutating func swapPairs(_ count: Int, _ swap: (Int, Int) -> Void) {
    for i in stride(from: count - 1, to: 0, by: -1) {
      swap(i, Int(bounded(UInt64(i))))
    }
  }
}
