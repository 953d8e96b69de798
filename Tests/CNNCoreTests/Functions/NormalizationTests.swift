import CNNCore
import Testing

@Suite struct NormalizationTests {
  @Test func standard() {
    #expect(normalize(Tensor([[1, 2], [3, 4]]), by: .minMax).max() == 1)
    let maps = Tensor([[[1, 3], [5, 7]], [[2, 2], [2, 2]]])
    let normalized = normalize(maps, by: .standard)
    expectClose(normalized[slice: 0].mean() + 1, 1)
    let squares = normalized[slice: 0] * normalized[slice: 0]
    expectClose(squares.mean(), 1)
    #expect(normalized[slice: 1] == .zeros(2, 2))
    #expect(normalize(maps, by: .minMax)[slice: 1] == .zeros(2, 2))
  }

  /// A map that a rectifier has set to zero passes no gradient but the centred one.
  @Test func equalNumbers() {
    let maps = Tensor.zeros(1, 2, 2)
    let g = Tensor([[[1, 2], [3, 4]]])
    let gradient = normalizationGradient(maps, outputGradient: g, by: .standard)
    #expect(gradient == (g - 2.5) / Double.ulpOfOne)
    #expect(normalize(maps, by: .logarithmic(offset: 1)) == maps)
    #expect(normalizationGradient(maps, outputGradient: g, by: .logarithmic(offset: 1)) == maps)
  }

  @Test func logarithms() {
    let maps = Tensor([[1, 3], [7, 0]])
    let normalized = normalize(maps, by: .logarithmic(offset: 1))
    expectClose(normalized, Tensor([[1.0 / 3, 2.0 / 3], [1, 0]]))
  }

  @Test func floats() {
    let maps: Tensor<Float> = [[1, 2], [3, 5]]
    #expect(normalize(maps, by: .minMax) == [[0, 0.25], [0.5, 1]])
  }
}
