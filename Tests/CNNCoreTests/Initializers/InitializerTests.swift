import CNNCore
import Testing

@Suite("Initialisers") struct InitializerTests {
  @Test(
    "have their spread",
    arguments: [
      (Initializer.glorotUniform, (6.0 / 300).squareRoot(), true),
      (.glorotNormal, (2.0 / 300).squareRoot(), false),
      (.heUniform, (6.0 / 100).squareRoot(), true),
      (.heNormal, (2.0 / 100).squareRoot(), false),
      (.normal(standardDeviation: 0.5), 0.5, false),
    ])
  func spread(initializer: Initializer, size: Double, isUniform: Bool) {
    var random = NumPyRandom(seed: 1)
    let drawn: Tensor<Double> = initializer.tensor(
      shape: [200, 100], fanIn: 100, fanOut: 200, using: &random)
    let deviation = (drawn * drawn).mean().squareRoot()
    // Of 20,000 numbers the deviation is within 3 % of the true one.
    #expect(abs(deviation / (isUniform ? size / 3.0.squareRoot() : size) - 1) < 0.03)
    #expect(abs(drawn.mean()) < 0.03 * size)
    if isUniform { #expect(abs(drawn).max() <= size) }
  }

  @Test("draw in row-major order from the generator") func order() {
    var (random, same) = (NumPyRandom(seed: 3), NumPyRandom(seed: 3))
    let drawn: Tensor<Float> = Initializer.uniform(low: -1, high: 2).tensor(
      shape: [2, 3], fanIn: 3, fanOut: 2, using: &random)
    #expect(drawn == Tensor<Float>(same.uniform(low: -1, high: 2, shape: [2, 3])))
    let constant: Tensor<Double> = Initializer.constant(4).tensor(
      shape: [2], fanIn: 1, fanOut: 1, using: &random)
    #expect(constant == [4, 4])
  }
}
