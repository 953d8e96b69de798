import CNNCore
import Testing

@Suite struct TensorTests {
  let matrix: Tensor<Double> = [[1, -2, 3], [4, 5, 6]]

  @Test func literalsShapesAndSubscripts() {
    #expect(matrix.shape == [2, 3])
    #expect(matrix[1, 2] == 6)
    #expect(matrix[0..<2, 1..<3] == [[-2, 3], [5, 6]])
    var copy = matrix
    copy[0, 0] = 9
    copy[1..<2, 0..<2] = [[7, 8]]
    #expect(copy == [[9, -2, 3], [7, 8, 6]])
    #expect(matrix[0, 0] == 1)
    let cube: Tensor<Float> = [[[1], [2]], [[3], [4]]]
    #expect(cube.shape == [2, 2, 1])
  }

  @Test func arithmetic() {
    #expect(matrix + matrix == 2 * matrix)
    #expect(matrix - 1 == [[0, -3, 2], [3, 4, 5]])
    #expect(matrix * matrix == [[1, 4, 9], [16, 25, 36]])
    #expect(matrix.transposed() == [[1, 4], [-2, 5], [3, 6]])
    #expect(matmul(matrix, matrix.transposed()) == [[14, 12], [12, 77]])
    #expect(matrix.flipped() == [[6, 5, 4], [3, -2, 1]])
  }

  @Test func reductions() {
    #expect(matrix.sum() == 17)
    #expect(matrix.max() == 6)
    #expect(matrix.min() == -2)
    #expect(matrix.argmax() == 5)
    #expect(matrix.sum(axis: 0) == Tensor([5, 3, 9]))
    #expect(matrix.mean(axis: 1) == Tensor([2.0 / 3, 5]))
    #expect(Tensor<Double>([1, .nan, 3]).max().isNaN)
  }

  @Test("a pairwise sum of a million tenths is exact to the last places")
  func pairwiseSums() {
    let sum = Tensor<Double>(repeating: 0.1, shape: [1_000_000]).sum()
    #expect(abs(sum - 100_000) < 1e-9)
  }

  @Test func theDescriptionIsAligned() {
    #expect(matrix.description == "[[ 1. -2.  3.]\n [ 4.  5.  6.]]")
  }
}
