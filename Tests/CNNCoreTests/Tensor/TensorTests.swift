import CNNCore
import Testing

@Suite struct TensorTests {
  @Test func literalsDefaultToDoubles() {
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(type(of: matrix) == Tensor<Double>.self)
    #expect(matrix.shape == [2, 3])
    #expect(matrix.scalars == [1, 2, 3, 4, 5, 6])
    #expect(matrix.rank == 2 && matrix.count == 6 && matrix.rows == 2 && matrix.columns == 3)
  }

  @Test func arrayLiteralsOfAnyRank() {
    let bank: Tensor<Float> = [[[[1, -2.5]], [[3, 4]]]]
    #expect(bank.shape == [1, 2, 1, 2])
    #expect(bank.scalars == [1, -2.5, 3, 4])
    let empty: Tensor<Double> = []
    #expect(empty.shape == [0])
  }

  @Test func rowsOfVariables() {
    let (a, b): (Float, Float) = (1, 2)
    #expect(Tensor([[a, b], [b, a]]) == [[1, 2], [2, 1]])
    #expect(Tensor([[[[1.0]]], [[[2.0]]]]).shape == [2, 1, 1, 1])
    #expect(Tensor(2.5).shape == [] && Tensor(2.5).item == 2.5)
  }

  @Test func filledTensors() {
    #expect(Tensor.zeros(2, 3) == Tensor(repeating: 0, shape: [2, 3]))
    #expect(Tensor<Float>.ones(shape: [2]) == [1, 1])
    #expect(Tensor.arange(3) == [0, 1, 2])
    #expect(Tensor.linspace(0, 1, count: 11)[10] == 1)
    #expect(Tensor<Float>(Tensor([0.1])) == [0.1])
    #expect(Tensor(stacking: [Tensor([1, 2]), Tensor([3, 4])]) == [[1, 2], [3, 4]])
  }

  @Test func elementsByIndex() {
    var matrix = Tensor([[1, 2], [3, 4]])
    matrix[1, 0] = 7
    #expect(matrix[1, 0] == 7 && matrix[0, 1] == 2)
    #expect(matrix[indices: [1, 1]] == 4)
    var batch = Tensor.arange(24).reshaped(2, 3, 2, 2)
    #expect(batch[1, 2, 0, 1] == 21)
    batch[0, 1, 1, 0] = -1
    #expect(batch.scalars[6] == -1)
    var vector = Tensor([1, 2])
    vector[1] += 5
    #expect(vector == [1, 7])
  }

  @Test func windows() {
    var matrix = Tensor.arange(20).reshaped(4, 5)
    #expect(matrix[0..<2, 1..<4] == [[1, 2, 3], [6, 7, 8]])
    #expect(matrix[2..., ...1] == [[10, 11], [15, 16]])
    matrix[1..<3, 3...] = [[-1, -2], [-3, -4]]
    #expect(matrix[row: 1] == [5, 6, 7, -1, -2])
    #expect(matrix[column: 4] == [4, -2, -4, 19])
    matrix[row: 0] = [9, 9, 9, 9, 9]
    matrix[column: 0] = [0, 1, 2, 3]
    #expect(matrix[..<2, ..<2] == [[0, 9], [1, 6]])
    #expect(matrix[slice: 3] == [3, 16, 17, 18, 19])
    let cube = Tensor.arange(8).reshaped(2, 2, 2)
    #expect(cube[ranges: [1..<2, 0..<2, 1..<2]] == [[[5], [7]]])
  }

  @Test func shapes() {
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.transposed() == [[1, 4], [2, 5], [3, 6]])
    #expect(matrix.asRow().transposed() == matrix.asColumn())
    #expect(matrix.asColumn().transposed() == matrix.asRow())
    #expect(Tensor.zeros(1, 0).transposed().shape == [0, 1])
    #expect(matrix.reshaped(3, -1) == [[1, 2], [3, 4], [5, 6]])
    #expect(matrix.flattened().shape == [6])
    #expect(matrix.asColumn().shape == [6, 1] && matrix.asRow().shape == [1, 6])
    #expect(matrix.flipped() == [[6, 5, 4], [3, 2, 1]])
    #expect(Tensor([[1]]).padded(by: 1, with: 2) == [[2, 2, 2], [2, 1, 2], [2, 2, 2]])
    let batch = Tensor.arange(6).reshaped(1, 2, 3)
    #expect(batch.transposed(axes: [2, 0, 1]) == [[[0, 3]], [[1, 4]], [[2, 5]]])
  }

  /// NumPy 2.4.6's `arange`.
  @Test func steps() {
    #expect(Tensor.arange(1, 4) == [1, 2, 3])
    #expect(Tensor.arange(1, -1, step: -0.5) == [1, 0.5, 0, -0.5])
    #expect(Tensor.arange(5, 1).shape == [0])
    #expect(
      Tensor.arange(1, 2, step: 0.1).scalars == [
        1.0, 1.1, 1.2000000000000002, 1.3000000000000003, 1.4000000000000004, 1.5000000000000004,
        1.6000000000000005, 1.7000000000000006, 1.8000000000000007, 1.9000000000000008,
      ])
    #expect(Tensor<Float>.arange(0, 2, step: 0.75) == [0, 0.75, 1.5])
  }

  @Test func shortLinspaces() {
    #expect(Tensor.linspace(3, 5, count: 1) == [3])
    #expect(Tensor<Float>.linspace(3, 5, count: 0).shape == [0])
  }
}
