import CNNCore
import Testing

private func expected(_ key: String) -> Tensor<Double> { Fixture.tensors[key].shapedTensor }

/// Against NumPy 2.4.6, `Fixtures/tensors.json`. Elements are small whole numbers, so that sums are
/// exact in any order.
@Suite struct HigherRankTests {
  let a = expected("a")
  let b = expected("b")
  let m = expected("m")

  @Test func reductionsAlongSeveralAxes() {
    #expect(a.sum(axes: [0, 2]) == expected("sum_0_2"))
    #expect(a.sum(axes: [2, 0], keepingAxes: true) == expected("sum_0_2_kept"))
    #expect(a.mean(axes: [-1, 1]) == expected("mean_-1_1"))
    #expect(a.max(axes: [1, 3]) == expected("max_1_3"))
    #expect(a.min(axes: [1, 3], keepingAxes: true) == expected("min_1_3"))
    #expect(a.sum(axes: []).item == a.sum())
    #expect(Tensor.zeros(2, 0).sum(axes: [1]) == Tensor.zeros(2))
    #expect(Tensor([[1, .nan], [2, 3]]).max(axes: [1]).scalars[0].isNaN)
  }

  @Test func variances() {
    expectClose(a.variance(axes: [0, 2, 3]), expected("var_0_2_3"))
    expectClose(a.variance(axes: [1], correction: 1), expected("var_1_ddof"))
    expectClose(Tensor(a.standardDeviation()), expected("std"))
  }

  @Test func placesOfExtremes() {
    #expect(a.argmin(axis: 2).map(Double.init) == expected("argmin_2").scalars)
    #expect(a.argmax(axis: -1).map(Double.init) == expected("argmax_-1").scalars)
  }

  @Test func products() {
    #expect(matmul(a, b) == expected("matmul"))
    #expect(matmul(a, Tensor.arange(5)) == expected("matmul_vector"))
    #expect(matmul(Tensor.arange(4), a) == expected("vector_matmul"))
    #expect(tensordot(a, b, axes: (left: [2, 3], right: [3, 2])) == expected("tensordot"))
    #expect(outer(m[row: 0], m) == expected("outer"))
    #expect(dot(m[row: 1], m[row: 2]) == 214)
    #expect(m.trace() == expected("trace").item)
    expectClose(m.norm(), expected("norm").item)
    expectClose(Tensor([3e200, 4e200]).norm(), 5e200)
    expectClose(Tensor([3e-200, 4e-200]).norm(), 5e-200)
    #expect(Tensor.zeros(3).norm() == 0 && Tensor([1, .infinity]).norm() == .infinity)
  }

  @Test func joining() {
    let left = Tensor(concatenating: [m, m.sliced(axis: 1, to: 2)], axis: 1)
    #expect(left == expected("concatenate_1"))
    #expect(Tensor(stacking: [m, -m], axis: 1) == expected("stack_1"))
    #expect(Tensor(stacking: [m, -m], axis: -1) == expected("stack_-1"))
    let parts = left.split(lengths: [4, 2], axis: -1)
    #expect(parts == [m, m[0..., ..<2]])
    #expect(Tensor(concatenating: m.split(into: 2, axis: 1), axis: 1) == m)
  }

  @Test func slices() {
    #expect(a.sliced(axis: 2, from: -1, to: 0, step: -2) == expected("slice_-1:0:-2"))
    #expect(a.sliced(axis: -1, from: 1, to: -1, step: 2) == expected("slice_1:-1:2"))
    #expect(a.sliced(from: -9, to: 99) == expected("slice_-9:99"))
    #expect(m.sliced(step: -1) == expected("slice_::-1"))
    #expect(m.sliced(from: 3, to: 1) == expected("slice_empty"))
    #expect(m.reversed(axes: [0, 1]) == expected("flip_0_1"))
    #expect(m.taking([2, -3, 2]) == Tensor(stacking: [m[row: 2], m[row: 0], m[row: 2]]))
    #expect(a[0..<1, 1..., 2...3, ...0].shape == [1, 2, 2, 1])
    #expect(
      a[1..., 2..., 1..<2, 0...].flattened() == a[ranges: [1..<2, 2..<3, 1..<2, 0..<5]].flattened())
    var x = Tensor.zeros(2, 2, 2)
    x[1..., 0..<1, 0...] = [[[3, 4]]]
    #expect(x.flattened() == Tensor([0, 0, 0, 0, 3, 4, 0, 0]))
    #expect(m.addingAxis(at: 1).shape == [3, 1, 4] && m.addingAxis(at: -1).shape == [3, 4, 1])
    #expect(Tensor.zeros(1, 3, 1).squeezed().shape == [3])
  }

  @Test func padding() {
    #expect(m.padded([(1, 0), (2, 3)], with: 7) == expected("pad"))
    #expect(m.padded(top: 1, left: 2, right: 3, with: 7) == expected("pad"))
    #expect(a.padded(bottom: 2).shape == [2, 3, 6, 5])
  }

  @Test func selection() {
    #expect(select(m .> 5, m, else: Tensor(-1)) == expected("where"))
    #expect(m.clipped(to: 2...9) == expected("clip"))
    let multiples = (m / 5).map { $0.rounded() * 5 } .== m
    let indices = multiples.nonzeroIndices().joined().map { Double($0) }
    #expect(indices == expected("argwhere").scalars)
    #expect(maximum(m, Tensor(4)).min() == 4 && minimum(m, Tensor(4)).max() == 4)
    let unknown = maximum(Tensor([.nan, 1]), Tensor([2, .nan]))
    #expect((unknown .== unknown).sum() == 0)
    #expect((m .<= 3).sum() == 4 && (m .>= m).sum() == 12 && (m .!= 3).sum() == 11)
    #expect((m .< Tensor([0, 2, 4, 6])).sum() == 3 && (m .> Tensor([1, 1, 2, 3])).sum() == 8)
    #expect((Tensor([.nan]) .== Tensor([.nan])).sum() == 0)
  }

  @Test func closeness() {
    #expect(m.isClose(to: m + 1e-9) && !m.isClose(to: m + 1e-3))
    #expect(m.isClose(to: m + 1e-3, absolute: 1e-2))
    #expect(!Tensor([.nan]).isClose(to: Tensor([.nan])))
    #expect(Tensor([.infinity]).isClose(to: Tensor([.infinity])))
    #expect(!Tensor([1e300]).isClose(to: Tensor([.infinity])))
  }

  @Test func special() {
    #expect(Tensor.identity(2) == [[1, 0], [0, 1]])
    #expect(Tensor<Float>.diagonal([2, 3]).diagonal() == Tensor([2, 3]))
    #expect(Tensor.oneHot([2, 0], classes: 3) == [[0, 0, 1], [1, 0, 0]])
    #expect(m.shapeDescription == "3×4")
  }
}

/// The texts are those of NumPy 2.4.6's `print`.
@Suite struct HigherRankDescriptionTests {
  @Test(arguments: ["a", "wide", "rank3"]) func asNumPyPrints(key: String) {
    #expect(expected(key).description == Fixture.tensors["print_\(key)"].text)
  }

  @Test func longRows() {
    #expect(Tensor.arange(40).description == Fixture.tensors["print_long"].text)
    #expect(
      Tensor.arange(1280).reshaped(2, 8, 8, 10).description
        == Fixture.tensors["print_rank4_large"].text)
  }

  @Test("a range along the first axis") func firstAxis() {
    var x: Tensor<Double> = [[1, 2], [3, 4], [5, 6]]
    #expect(x[1...] == [[3, 4], [5, 6]])
    #expect(x[..<1] == [[1, 2]])
    x[1..<2] = [[0, 9]]
    #expect(x == [[1, 2], [0, 9], [5, 6]])
    let series = Tensor<Double>.arange(5)
    #expect(series[2..<4] == [2, 3])
  }
}
