import CNNCore
import Testing

/// Layers that draw their own weights.
@Suite struct DrawnLayerTests {
  @Test func convolution() {
    var random = NumPyRandom(seed: 21)
    var same = random
    let conv = Conv2D(
      inputChannels: 3, filters: 8, kernelSize: [5, 3], stride: 2, padding: .same,
      dilation: [1, 2],
      using: &random)
    // Glorot: ±√(6 / (3 · 15 + 8 · 15)).
    let limit = (6.0 / 165).squareRoot()
    #expect(conv.weight == same.uniform(low: -limit, high: limit, shape: [8, 3, 5, 3]))
    #expect(random == same)
    #expect(conv.bias == .zeros(8) && conv.usesBias)
    #expect(conv.outputShape(forSample: [3, 9, 9]) == [8, 5, 5])
    let normal = Conv2D<Float>(
      inputChannels: 2, filters: 4, kernelSize: 3, usesBias: false, initializer: .heNormal,
      using: &random)
    let deviation = (2.0 / 18).squareRoot()
    let draws = same.normal(mean: 0, standardDeviation: deviation, shape: [4, 2, 3, 3])
    #expect(normal.weight == Tensor<Float>(draws))
    #expect(!normal.usesBias)
  }

  @Test func dense() {
    var random = NumPyRandom(seed: 22)
    var same = random
    let dense = Dense(inputs: 7, outputs: 3, using: &random)
    let limit = (6.0 / 10).squareRoot()
    #expect(dense.weight == same.uniform(low: -limit, high: limit, shape: [3, 7]))
    let constant = Dense<Float>(
      inputs: 2, outputs: 2, usesBias: false, initializer: .constant(0.5), using: &random)
    #expect(constant.weight == [[0.5, 0.5], [0.5, 0.5]] && !constant.usesBias)
  }
}
