import CNNCore
import Testing

@Suite struct ArithmeticTests {
  let x = Tensor([[1, 2], [3, 4]])

  @Test func elementWise() {
    #expect(x + x == [[2, 4], [6, 8]])
    #expect(x - [[1, 1], [1, 1]] == [[0, 1], [2, 3]])
    #expect(x * x == [[1, 4], [9, 16]])
    #expect(x / [[2, 2], [2, 2]] == [[0.5, 1], [1.5, 2]])
    #expect(-x == [[-1, -2], [-3, -4]])
  }

  @Test func withNumbers() {
    #expect(x + 1 == [[2, 3], [4, 5]])
    #expect(2 * x - 1 == [[1, 3], [5, 7]])
    #expect(12 / x == [[12, 6], [4, 3]])
    #expect(1 - x == [[0, -1], [-2, -3]])
  }

  @Test func broadcasting() {
    #expect(x + [10, 20] == [[11, 22], [13, 24]])
    #expect(x * [[10], [100]] == [[10, 20], [300, 400]])
    #expect(Tensor([[1], [2]]) + Tensor([[10, 20, 30]]) == [[11, 21, 31], [12, 22, 32]])
    #expect(x + Tensor(5) == x + 5)
    #expect(Tensor([1, 2]).broadcast(to: [2, 1, 2]) == [[[1, 2]], [[1, 2]]])
  }

  @Test func gradientStep() {
    var weights: Tensor<Float> = [[1, 2], [3, 4]]
    let learningRate: Float = 0.5
    weights -= learningRate * [[2, 2], [4, 4]]
    #expect(weights == [[0, 1], [1, 2]])
    weights += [1, 2]
    weights *= 2
    weights /= [[1], [2]]
    #expect(weights == [[2, 6], [2, 4]])
  }

  @Test func matrixProduct() {
    let a = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(matmul(a, a.transposed()) == [[14, 32], [32, 77]])
    #expect(matmul(a, Tensor([1, 0, -1])) == [-2, -2])
    #expect(matmul(Tensor([1, -1]), a) == [-3, -3, -3])
    #expect(matmul(Tensor([1, 2]), Tensor([3, 4])).item == 11)
  }

  /// 0.1 · 0.1 − 0.01 rounds to 0 in two steps; one fused step keeps the rounding error of 0.01.
  @Test func matrixProductIsFused() {
    let product = matmul(Tensor([-1.0, 0.1]), Tensor([0.01, 0.1])).item
    #expect(product == (-0.01).addingProduct(0.1, 0.1))
    #expect(product != -0.01 + 0.1 * 0.1)
  }

  @Test func mapping() {
    #expect(x.map { $0 > 2 ? 1.0 : 0 } == [[0, 0], [1, 1]])
    #expect(x.map { Float($0) }.scalars == [1, 2, 3, 4])
    #expect(sqrt(x * x) == x && abs(-x) == x)
  }

  @Test func comparesWithANumberOnTheLeft() {
    let x = Tensor([-1, 0, 2, Double.nan])
    #expect((0 .< x) == [0, 0, 1, 0])
    #expect((0 .<= x) == [0, 1, 1, 0])
    #expect((0 .> x) == [1, 0, 0, 0])
    #expect((0 .>= x) == [1, 1, 0, 0])
    #expect((0 .== x) == [0, 1, 0, 0])
    #expect((0 .!= x) == [1, 0, 1, 1])
  }
}
