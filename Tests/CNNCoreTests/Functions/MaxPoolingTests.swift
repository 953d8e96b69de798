import CNNCore
import Testing

@Suite struct MaxPoolingTests {
  @Test(arguments: 0..<6) func sizesAndStrides(index: Int) {
    let helpers = Fixture.squareVersusNoise["helpers"]
    let expected = helpers["maxpool"][index]
    let pooled = maxPool(
      helpers["A"].tensor, size: expected["ndim"].integer, stride: expected["stride"].integer)
    #expect(pooled.output == expected["correct"].tensor)
    #expect(pooled.positionMatrix == expected["correct_indices"].tensor)
  }

  @Test func firstMaximumWins() {
    let pooled = maxPool(Tensor([[0, 7, 7, 0], [7, 0, 0, 7]]), size: 2)
    #expect(pooled.positions == [.init(row: 0, column: 1), .init(row: 0, column: 2)])
  }

  @Test func notANumberIsTheMaximum() {
    let pooled = maxPool(Tensor([[1, .nan], [5, 2]]), size: 2)
    #expect(pooled.output.item.isNaN)
    #expect(pooled.positions == [.init(row: 0, column: 1)])
  }

  @Test func strideIsTheSizeIfNotGiven() {
    #expect(maxPool(Tensor.arange(25).reshaped(5, 5), size: 2).output == [[6, 8], [16, 18]])
  }

  @Test func overlappingWindowsAddUp() {
    let pooled = maxPool(Tensor([[0, 0, 0], [0, 9, 0], [0, 0, 1]]), size: 2, stride: 1)
    let gradient = pooled.backward([[1, 2], [3, 4]])
    #expect(gradient == [[0, 0, 0], [0, 10, 0], [0, 0, 0]])
  }

  @Test(arguments: [(2, 2), (3, 1), (2, 3)]) func gradient(size: Int, stride: Int) {
    var random = NumPyRandom(seed: 8)
    let x = random.randn(6, 7)
    let pooled = maxPool(x, size: size, stride: stride)
    let g = random.normal(shape: pooled.output.shape)
    expectGradient(
      pooled.backward(g),
      of: { (g * maxPool($0, size: size, stride: stride).output).sum() }, at: x)
  }

  @Test func isWrittenWithItsPositions() {
    let pooled = maxPool(Tensor([[1, 3, 2, 0], [4, 0, 1, 5]]), size: 2)
    #expect("\(pooled)" == "output:\n[[4. 5.]]\nrow:\n[[1. 1.]]\ncolumn:\n[[0. 3.]]")
    #expect("\(pooled.positions)" == "[(1, 0), (1, 3)]")
    #expect("\(averagePool(Tensor([[1, 3], [4, 0]]), size: 2))" == "[[2.]]")
  }
}
