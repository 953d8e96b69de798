import CNNCore
import Testing

@Suite struct SingularValueTests {
  /// Against NumPy's LAPACK: values are good to rounding errors of the largest, 6 · 10³.
  @Test func picture() {
    let image = Fixture.svd["image_40x60"].tensor
    let parts = svd(image)
    let scale = parts.values[0]
    expectClose(
      parts.values, Fixture.svd["singular_values"].tensor, relative: 0, absolute: 1e-14 * scale)
    expectClose(
      parts.left[column: 0],
      Fixture.svd["u1_sign_normalised_largest_component_positive"].tensor, relative: 1e-12)
    expectClose(parts.right[row: 0], Fixture.svd["v1"].tensor, relative: 1e-12)
    expectClose(parts.lowRank(1), Fixture.svd["rank1"].tensor, relative: 1e-12)
    expectClose(parts.lowRank(5), Fixture.svd["rank5"].tensor, relative: 1e-12)
    for entry in Fixture.svd["ranks"].array {
      let error = (image - parts.lowRank(entry["k"].integer)).norm()
      #expect(abs(error - entry["frobenius_error"].number) < 1e-12 * scale)
    }
  }

  /// The parts multiply to the matrix, and the vectors are orthonormal, to rounding errors.
  @Test(arguments: [
    [1, 1], [1, 5], [5, 1], [2, 2], [7, 7], [8, 3], [3, 8], [33, 33], [70, 40], [40, 90],
    [210, 150],
  ])
  func random(shape: [Int]) {
    var random = PCG64Random(seed: shape[0])
    expectDecomposition(random.normal(shape: shape), "\(shape)")
    // Of rank 1 or 2, and graded over twenty orders of magnitude.
    let factors = (random.normal(shape: [shape[0], 2]), random.normal(shape: [2, shape[1]]))
    expectDecomposition(matmul(factors.0, factors.1), "rank 2 \(shape)")
    let grades = pow(10.0, Tensor.arange(shape[1]) * (-20 / Double(shape[1])))
    expectDecomposition(random.normal(shape: shape) * grades, "graded \(shape)")
  }

  @Test func special() {
    expectDecomposition(Tensor.zeros(4, 3), "zeros")
    expectDecomposition(Tensor.identity(5), "identity")
    expectDecomposition(Tensor.ones(6, 4), "ones")
    expectDecomposition(Tensor.ones(3, 3) * 1e300, "large")
    expectDecomposition(Tensor.arange(12).reshaped(4, 3) * 1e-300, "small")
    expectDecomposition(Tensor([[0, 1, 0], [0, 0, 1], [0, 0, 0]]), "nilpotent")
    expectDecomposition(Tensor.diagonal([3, 0, -2, 0, 1]), "diagonal")
    #expect(svd(Tensor.diagonal([3, 0, -2, 0, 1])).values == Tensor([3, 2, 1, 0, 0]))
    #expect(svd(Tensor.ones(6, 4)).rank() == 1 && svd(Tensor.zeros(2, 2)).rank() == 0)
  }

  /// Matrices of more than 24 columns, which are divided, with many equal or vanishing values.
  @Test func dividedSpecial() {
    var random = PCG64Random(seed: 3)
    expectDecomposition(Tensor.zeros(50, 40), "zeros")
    expectDecomposition(Tensor.identity(60), "identity")
    expectDecomposition(Tensor.ones(30, 60), "ones")
    expectDecomposition(
      matmul(random.normal(shape: [70, 3]), random.normal(shape: [3, 60])), "rank 3")
    expectDecomposition(random.integers(low: 0, high: 3, shape: [60, 50]), "whole numbers")
    let grades = pow(10.0, Tensor.arange(60) * -0.4)
    expectDecomposition(random.normal(shape: [60, 60]) * grades, "graded downwards")
    expectDecomposition(
      random.normal(shape: [60, 60]) * grades.reversed(axes: [0]), "graded upwards")
    let pairs = Tensor(concatenating: [Tensor.identity(40), Tensor.identity(40) * 2], axis: 1)
    expectDecomposition(pairs, "all values equal")
    var bidiagonal = Tensor.identity(80)
    for i in 0..<79 { bidiagonal[i, i + 1] = 1 }
    expectDecomposition(bidiagonal, "bidiagonal")
    let near = random.normal(shape: [61, 61]) * 1e-9
    expectDecomposition(
      Tensor.diagonal((0..<61).map { abs(Double($0) - 30) }) + near, "pairs of near values")
  }

  /// Values of a bidiagonal matrix of ones: 2 · cos(k·π / (2n + 1)).
  @Test func knownValues() {
    let count = 50
    var bidiagonal = Tensor.identity(count)
    for i in 0..<count - 1 { bidiagonal[i, i + 1] = 1 }
    let expected = (1...count).map { k in
      2 * Double.cos(Double(k) * .pi / Double(2 * count + 1))
    }
    expectClose(svd(bidiagonal).values, Tensor(expected), relative: 0, absolute: 1e-14)
  }

  @Test func floats() {
    let parts = svd(Tensor<Float>([[3, 0], [4, 5]]))
    let expected = Tensor<Float>([45, 5]).map { $0.squareRoot() }
    #expect(parts.values.isClose(to: expected, relative: 2e-7))
  }

  @Test func sameBitsForTheTransposedMatrix() {
    var random = PCG64Random(seed: 9)
    let x = random.normal(shape: [12, 7])
    #expect(svd(x).values == svd(x.transposed()).values)
  }

  @Test func separableKernels() throws {
    let binomial = Tensor([1, 4, 6, 4, 1]) / 16
    let kernel = outer(binomial, Tensor([-1, 0, 1]))
    let factors = try #require(separableFactors(of: kernel))
    expectClose(outer(factors.column, factors.row), kernel, relative: 0, absolute: 1e-15)
    #expect(separableFactors(of: Tensor([[0, 1, 0], [1, -4, 1], [0, 1, 0]])) == nil)
    #expect(separableFactors(of: Tensor<Float>([[2]]))?.column.count == 1)
  }

  @Test func messages() async {
    let vector = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = svd(Tensor.zeros(3))
    }
    #expect(fatalMessage(vector) == "svd: expected a matrix, got a tensor of shape [3]")
    let infinite = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = svd(Tensor([[1, .nan]]))
    }
    #expect(fatalMessage(infinite) == "svd: the matrix holds an infinite number or a NaN")
    let rank = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = svd(Tensor.ones(3, 2)).lowRank(3)
    }
    #expect(
      fatalMessage(rank) == "lowRank: rank 3 is not between 0 and the 2 singular values")
  }

  private func expectDecomposition(_ x: Tensor<Double>, _ name: String) {
    let parts = svd(x)
    let count = min(x.rows, x.columns)
    let scale = parts.values[0]
    #expect(parts.values.scalars == parts.values.scalars.sorted(by: >), "\(name)")
    #expect(parts.values.min() >= 0, "\(name)")
    expectClose(parts.lowRank(count), x, relative: 0, absolute: 4e-15 * Double(count) * scale, name)
    let identity = Tensor.identity(count)
    expectClose(
      matmul(parts.left.transposed(), parts.left), identity, relative: 0, absolute: 1e-13, name)
    expectClose(
      matmul(parts.right, parts.right.transposed()), identity, relative: 0, absolute: 1e-13, name)
    for (column, place) in abs(parts.left).argmax(axis: 0).enumerated() {
      #expect(parts.left[place, column] > 0, "\(name)")
    }
  }

  @Test func isWrittenByItsFactors() {
    #expect(
      svd(Tensor([[2, 0], [0, 1]])).description == """
        left:
        [[1. 0.]
         [0. 1.]]
        values:
        [2. 1.]
        right:
        [[1. 0.]
         [0. 1.]]
        """)
  }

  @Test("numbers at the lower end of the range") func subnormal() {
    let tiny = 1000 * Double.leastNonzeroMagnitude
    let parts = svd(Tensor([[0, 3], [4, 0]]) * tiny)
    #expect(parts.values == Tensor([4, 3]) * tiny)
    #expect(parts.left == [[0, 1], [1, 0]])
    let matrix = Tensor([[1.0, 2], [3, 4]])
    let (small, large) = (svd(matrix * 0x1p-1030), svd(matrix))
    #expect(small.left == large.left && small.right == large.right)
    // The values themselves are multiples of 2⁻¹⁰⁷⁴, and so have about 13 digits.
    expectClose(small.values * 0x1p1000 * 0x1p30, large.values, relative: 1e-12)
  }
}
