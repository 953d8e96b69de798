import CNNCore
import Testing

/// How far the ways to compute a convolution are from each other.
@Suite struct ConvolutionAlgorithmTests {
  /// Each sum has 3 · 7 · 5 terms near 1, of random signs; its rounding error is a few units of
  /// 1e-16 each way. The Fourier transforms' is relative to the largest results, about 30.
  @Test(arguments: [(ConvolutionAlgorithm.matrixProduct, 1e-13), (.fourier, 1e-13)])
  func doubles(algorithm: ConvolutionAlgorithm, tolerance: Double) {
    var random = NumPyRandom(seed: 12)
    let x = random.randn(2, 3, 20, 17)
    let weight = random.randn(4, 3, 7, 5)
    let bias = random.randn(4)
    var direct = Conv2D(weight: weight, bias: bias, padding: .same)
    var other = Conv2D(weight: weight, bias: bias, padding: .same, algorithm: algorithm)
    let y = direct.forward(x)
    expectClose(other.forward(x), y, relative: 0, absolute: tolerance)
    let g = random.normal(shape: y.shape)
    expectClose(other.backward(g), direct.backward(g), relative: 0, absolute: tolerance)
    // 2 · 20 · 17 terms.
    expectClose(
      other.weightGradient, direct.weightGradient, relative: 0, absolute: 4 * tolerance)
    #expect(other.biasGradient == direct.biasGradient)
  }

  @Test(arguments: [ConvolutionAlgorithm.matrixProduct, .fourier])
  func floats(algorithm: ConvolutionAlgorithm) {
    var random = NumPyRandom(seed: 13)
    let x = Tensor<Float>(random.randn(30, 30))
    let k = Tensor<Float>(random.randn(9, 9))
    let direct = convolve(x, with: k)
    let other = convolve(x, with: k, algorithm: algorithm)
    // 81 terms near 1, each rounded to 6e-8.
    #expect(abs(direct - other).max() < 2e-5)
  }
}
