import CNNCore
import Testing

/// What a reader is told who uses tensors of higher rank in a wrong way.
@Suite struct HigherRankMessageTests {
  @Test func windowThatDoesNotFit() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(3, 3).windows(height: 4, width: 2)
    }
    #expect(
      fatalMessage(result) == "windows: a window of shape [4, 2] does not fit into shape [3, 3]")
  }

  @Test func windowStep() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(3, 3).windows(shape: [2, 2], step: 0)
    }
    #expect(fatalMessage(result) == "windows: step [0, 0] has an entry below 1")
  }

  @Test func concatenating() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor(concatenating: [Tensor.zeros(2, 3), Tensor.zeros(2, 4)])
    }
    #expect(
      fatalMessage(result)
        == "concatenating: tensor 1 has shape [2, 4], the first has [2, 3]: "
        + "they differ in another axis than 0")
  }

  @Test func splitting() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(5).split(into: 2)
    }
    #expect(
      fatalMessage(result) == "split: 5 along axis 0 of shape [5] cannot be cut into 2 equal parts")
  }

  @Test func splittingLengths() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(5).split(lengths: [2, 2])
    }
    #expect(
      fatalMessage(result) == "split: lengths [2, 2] do not sum to the 5 along axis 0 of shape [5]")
  }

  @Test func taking() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).taking([0, 3], axis: 1)
    }
    #expect(fatalMessage(result) == "taking: index 3 is out of range for axis 1 of shape [2, 3]")
  }

  @Test func stepOfZero() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2).sliced(step: 0)
    }
    #expect(fatalMessage(result) == "sliced: the step is zero")
  }

  @Test func axisTwice() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).sum(axes: [1, -1])
    }
    #expect(fatalMessage(result) == "sum: axis 1 is given twice")
  }

  @Test func missingAxisOfSeveral() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).mean(axes: [0, 2])
    }
    #expect(fatalMessage(result) == "mean: axis 2 does not exist in a tensor of shape [2, 3]")
  }

  @Test func correction() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(1).variance(correction: 1)
    }
    #expect(
      fatalMessage(result)
        == "variance: 1 elements of shape [1] are not more than the "
        + "correction of 1")
  }

  @Test func label() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.oneHot([1, 3], classes: 3)
    }
    #expect(fatalMessage(result) == "oneHot: label 3 at position 1 is not one of 3 classes")
  }

  @Test func paddingPairs() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).padded([(1, 1)])
    }
    #expect(
      fatalMessage(result)
        == "padded: 1 pairs of amounts given for a tensor of rank 2 with "
        + "shape [2, 3]")
  }

  @Test func negativePadding() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 3).padded(top: -1)
    }
    #expect(fatalMessage(result) == "padded: an amount is negative: (-1, 0)")
  }

  @Test func scalarProduct() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = dot(Tensor.zeros(2), Tensor.zeros(3))
    }
    #expect(
      fatalMessage(result) == "dot: expected two vectors of one length, got shapes [2] and [3]")
  }

  @Test func contraction() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = tensordot(Tensor.zeros(2, 3), Tensor.zeros(2), axes: (left: [1], right: [0]))
    }
    #expect(
      fatalMessage(result)
        == "tensordot: axes [1] of shape [2, 3] and [0] of shape [2] do not "
        + "go together")
  }

  @Test func batchedProduct() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = matmul(Tensor.zeros(2, 3, 4), Tensor.zeros(3, 4))
    }
    #expect(
      fatalMessage(result)
        == "matmul: shapes [2, 3, 4] and [3, 4] do not go together: 4 "
        + "columns on the left, 3 rows on the right")
  }

  @Test func rangesOfAnotherRank() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = Tensor.zeros(2, 2)[0..<1, 0..<1, 0..<1]
    }
    #expect(
      fatalMessage(result) == "window: 3 ranges given for a tensor of rank 2 with shape [2, 2]")
  }
}
