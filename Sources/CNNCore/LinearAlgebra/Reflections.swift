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
  /// The vector is one of a matrix whose largest number is near 1: where it is as short as 2⁻⁹⁰⁰, the
  /// other numbers count as zeros, since products with them would vanish.
  ///
  /// - Returns: That number, τ, and what the other numbers are multiplied by in v, whose first is 1.
  mutating func reflect(
    _ index: Int, from start: Int, _ vector: UnsafeBufferPointer<Double>
  ) -> (result: Double, tau: Double, scale: Double) {
    let first = vector[0]
    vectors[index * length + start] = 1
    let rest = Tensor(Array(vector.dropFirst())).norm()
    let norm = Tensor([first, rest]).norm()
    if rest == 0 || norm < 0x1p-900 { return (first, 0, 0) }
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
    let (size, width) = (64, matrix.shape[1])
    var result = matrix.scalars
    var dots = [Double](repeating: 0, count: size * width)
    var joined = dots
    for start in stride(from: 0, to: factors.count, by: size).reversed() {
      let count = min(size, factors.count - start)
      let (rows, columns, rest) = block(start)
      let joint = jointFactor(start, count)
      Kernels.product(
        count, width, rest, rows,
        .init(numbers: result, start: start * width, rowStep: width), into: &dots, rowStep: width)
      Kernels.product(
        count, width, count, .init(numbers: joint, rowStep: count),
        .init(numbers: dots, rowStep: width), into: &joined, rowStep: width)
      Kernels.product(
        rest, width, count, columns, .init(numbers: joined, rowStep: width), into: &result,
        start: start * width, rowStep: width, adds: true)
    }
    return Tensor(unchecked: matrix.shape, result)
  }

  /// The vectors from one on as rows V and as columns Vᵀ, without what they all have not: before its own
  /// index each vector is zero.
  private func block(
    _ start: Int
  ) -> (rows: Kernels.Part<Double>, columns: Kernels.Part<Double>, length: Int) {
    let first = start * length + start
    return (
      .init(numbers: vectors, start: first, rowStep: length),
      .init(numbers: vectors, start: first, rowStep: 1, columnStep: length), length - start
    )
  }

  /// The upper triangle T of a block's I + Vᵀ·T·V.
  private func jointFactor(_ start: Int, _ count: Int) -> [Double] {
    let (rows, columns, rest) = block(start)
    var products = [Double](repeating: 0, count: count * count)
    var joint = products
    Kernels.product(count, count, rest, rows, columns, into: &products, rowStep: count)
    for j in 0..<count {
      let factor = factors[start + j]
      joint[j * count + j] = -factor
      for i in 0..<j {
        var sum = 0.0
        for k in i..<j { sum += joint[i * count + k] * products[k * count + j] }
        joint[i * count + j] = -factor * sum
      }
    }
    return joint
  }
}
