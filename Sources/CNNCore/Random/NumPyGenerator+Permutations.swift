extension NumPyGenerator {
  /// Puts the elements in a random order, as `shuffle(list)`.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for i in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(i, exchangeIndex(through: i))
    }
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
    return order.isEmpty ? tensor : tensor.taking(order)
  }
}
