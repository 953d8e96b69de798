import CNNCore
import Testing

/// What a reader is told who uses a tensor in a wrong way.
@Suite struct TensorMessageTests {
  @Test func elementCount() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor(shape: [2, 3], scalars: [1.0])
    }
    #expect(fatalMessage(result) == "Tensor: shape [2, 3] holds 6 elements, but 1 were given")
  }

  @Test func raggedRows() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor([[1, 2], [3]])
    }
    #expect(fatalMessage(result) == "Tensor: row 1 has 1 elements, row 0 has 2")
  }

  @Test func indexOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(6, 6)[6, 0]
    }
    #expect(fatalMessage(result) == "Tensor: index [6, 0] is out of range for shape [6, 6]")
  }

  @Test func wrongNumberOfIndices() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(6, 6)[3]
    }
    #expect(
      fatalMessage(result)
        == "Tensor: 1 index given for a tensor of rank 2 with shape [6, "
        + "6]")
  }

  @Test func windowOutOfBounds() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(4, 4)[2..<5, 0..<2]
    }
    #expect(fatalMessage(result) == "window: range 2..<5 is out of bounds for shape [4, 4]")
  }

  @Test func rangesWithoutEndOutOfBounds() async {
    let beyond = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 4)[3..., 0...]
    }
    #expect(fatalMessage(beyond) == "window: range 3... is out of bounds for shape [2, 4]")
    let before = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 4)[..<(-1)]
    }
    #expect(fatalMessage(before) == "window: range 0..<-1 is out of bounds for shape [2, 4]")
    let cube = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var x = Tensor.zeros(2, 3, 4)
      x[0..., 0...1, 5...] = Tensor.zeros(2, 2, 1)
    }
    #expect(fatalMessage(cube) == "window: range 5... is out of bounds for shape [2, 3, 4]")
  }

  @Test func windowOfAnotherSize() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var x = Tensor.zeros(4, 4)
      x[0..<2, 0..<2] = [[1, 2, 3]]
    }
    #expect(fatalMessage(result) == "window: a block of shape [2, 2] cannot hold shape [1, 3]")
  }

  @Test func shapesThatDoNotBroadcast() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3) + Tensor.zeros(4)
    }
    #expect(fatalMessage(result) == "Tensor: shapes [2, 3] and [4] do not go together: 3 against 4")
  }

  @Test func assignmentThatWouldGrow() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var x = Tensor.zeros(3)
      x -= Tensor.zeros(2, 3)
    }
    #expect(fatalMessage(result) == "broadcast: shape [2, 3] cannot be repeated to fill [3]")
  }

  @Test func matrixProduct() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = matmul(Tensor.zeros(2, 3), Tensor.zeros(2, 3))
    }
    #expect(
      fatalMessage(result)
        == "matmul: shapes [2, 3] and [2, 3] do not go together: 3 "
        + "columns on the left, 2 rows on the right")
  }

  @Test func reshaping() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).reshaped(4, -1)
    }
    #expect(fatalMessage(result) == "reshaped: 6 elements of shape [2, 3] do not fit shape [4, -1]")
  }

  @Test func nothingToReduce() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(0).max()
    }
    #expect(fatalMessage(result) == "max: a tensor of shape [0] has no elements to reduce")
  }

  @Test func missingAxis() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).sum(axis: 2)
    }
    #expect(fatalMessage(result) == "Tensor: axis 2 does not exist in a tensor of shape [2, 3]")
  }

  @Test func itemOfMany() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2).item
    }
    #expect(fatalMessage(result) == "item: a tensor of shape [2] has 2 elements, not one")
  }

  @Test func throughMinusOne() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let x: Tensor<Double> = [1, 2, 3]
      _ = x[...(-1)]
    }
    #expect(
      fatalMessage(result)
        == "window: range ...-1 is out of bounds for shape [3]")
  }

  @Test func throughMinusTwo() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let x: Tensor<Double> = [1, 2, 3]
      _ = x[...(-2)]
    }
    #expect(
      fatalMessage(result)
        == "window: range ...-2 is out of bounds for shape [3]")
  }

  @Test func rowsThroughMinusOne() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let x = Tensor.ones(2, 2)
      _ = x[...(-1), 0...]
    }
    #expect(
      fatalMessage(result)
        == "window: range ...-1 is out of bounds for shape [2, 2]")
  }

  @Test func maxOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(0, 3).max()
    }
    #expect(
      fatalMessage(result)
        == "max: a tensor of shape [0, 3] has no elements to reduce")
  }

  @Test func minOfNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(0, 3).min()
    }
    #expect(
      fatalMessage(result)
        == "min: a tensor of shape [0, 3] has no elements to reduce")
  }

  @Test func rowOutOfRange() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(3, 2)[row: 4]
    }
    #expect(
      fatalMessage(result)
        == "row: index 4 is out of range for shape [3, 2]")
  }

  @Test func rowOfWrongLength() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var x = Tensor.zeros(3, 2)
      x[row: 1] = [1, 2, 3]
    }
    #expect(
      fatalMessage(result)
        == "row: a part of shape [2] cannot hold shape [3]")
  }

  @Test func negativeIdentity() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.identity(-1)
    }
    #expect(
      fatalMessage(result)
        == "identity: the size is negative: -1")
  }

  @Test func negativeFloatIdentity() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor<Float>.identity(-1)
    }
    #expect(
      fatalMessage(result)
        == "identity: the size is negative: -1")
  }

  @Test func arangeByNothing() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.arange(0, 1, step: 0)
    }
    #expect(
      fatalMessage(result)
        == "arange: from 0.0 to 1.0 by 0.0 are no finite steps")
  }

  @Test func arangeOfTooMany() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.arange(0, 1, step: 1e-300)
    }
    #expect(
      fatalMessage(result)
        == "arange: from 0.0 to 1.0 by 1e-300 are too many numbers")
  }

  @Test func negativeLinspace() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.linspace(0, 1, count: -1)
    }
    #expect(
      fatalMessage(result)
        == "linspace: the count is negative: -1")
  }
}
