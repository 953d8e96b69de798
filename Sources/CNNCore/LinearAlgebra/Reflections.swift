/// A sequence of Householder reflections I − τ·v·vᵀ, each vector a row.
struct Reflections {
  let length: Int
  /// τ of each reflection.
  private(set) var factors: [Double]
  private var vectors: [Double]

  init(count: Int, length: Int) {
    self.length = length
    factors = [Double](repeating: 0, count: count)
    vectors = [Double](repeating: 0, count: count * length)
  }

  /// Makes the reflection that leaves of a vector only its first number.
  ///
  /// - Returns: That number, τ, and what the other numbers are multiplied by in v, whose first is 1.
  mutating func reflect(
    _ index: Int, from start: Int, _ vector: [Double]
  ) -> (result: Double, tau: Double, scale: Double) {
    let first = vector[0]
    vectors[index * length + start] = 1
    let rest = Tensor(Array(vector.dropFirst())).norm()
    if rest == 0 { return (first, 0, 0) }
    let norm = Tensor([first, rest]).norm()
    let result = first >= 0 ? -norm : norm
    let scale = 1 / (first - result)
    for (offset, number) in vector.enumerated().dropFirst() {
      vectors[index * length + start + offset] = number * scale
    }
    factors[index] = (result - first) / result
    return (result, factors[index], scale)
  }

  /// Calls a function with the numbers of a vector.
  func withVector(_ index: Int, _ body: (UnsafePointer<Double>) -> Void) {
    vectors.withUnsafeBufferPointer { buffer in
      if let start = buffer.baseAddress { body(start + index * length) }
    }
  }

  /// The product of all reflections, in their order, with a matrix.
  ///
  /// Blocks of reflections are joined, so that most of the work is matrix products: Schreiber and
  /// Van Loan, *A storage-efficient WY representation for products of Householder transformations*
  /// (1989), https://doi.org/10.1137/0910005.
  func applied(to matrix: Tensor<Double>) -> Tensor<Double> {
    let size = 32
    var result = matrix
    for start in stride(from: 0, to: factors.count, by: size).reversed() {
      let end = min(start + size, factors.count)
      let rows = Tensor(
        unchecked: [end - start, length], Array(vectors[start * length..<end * length]))
      let columns = rows.transposed()
      let joint = jointFactor(matmul(rows, columns), factors[start..<end])
      result -= matmul(columns, matmul(joint, matmul(rows, result)))
    }
    return result
  }

  /// The upper triangle T of a block's I − Vᵀ·T·V.
  private func jointFactor(
    _ products: Tensor<Double>, _ factors: ArraySlice<Double>
  ) -> Tensor<Double> {
    let count = factors.count
    var joint = Tensor.zeros(count, count)
    for (j, factor) in factors.enumerated() {
      joint[j, j] = factor
      for i in 0..<j {
        var sum = 0.0
        for k in i..<j { sum += joint[i, k] * products[k, j] }
        joint[i, j] = -factor * sum
      }
    }
    return joint
  }
}
