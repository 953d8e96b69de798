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

  /// Large images are transformed in tiles.
  @Test(arguments: [
    ([3, 5], [1, 1], [1, 1]), ([7, 2], [2, 3], [1, 1]), ([5, 5], [3, 1], [2, 4]),
    ([1, 1], [1, 2], [1, 1]),
  ])
  func tiles(kernel: [Int], stride: [Int], dilation: [Int]) {
    var random = NumPyRandom(seed: 14)
    let x = random.randn(3, 2, 150, 91)
    let weight = random.normal(shape: [2, 2] + kernel)
    var conv = Conv2D(weight: weight, stride: stride, padding: [0, 3, 2, 1], dilation: dilation)
    let direct = conv.predict(x)
    conv.algorithm = .fourier
    let other = conv.predict(x)
    #expect(other.shape == direct.shape)
    #expect(abs(other - direct).max() < 1e-13)
  }

  @Test(arguments: [([1, 1], [1, 1]), ([2, 3], [1, 1]), ([1, 2], [2, 3])])
  func factors(stride: [Int], dilation: [Int]) {
    var random = NumPyRandom(seed: 15)
    let x = random.randn(2, 3, 17, 19)
    let weight = random.randn(4, 3, 5, 1) * random.randn(4, 3, 1, 4)
    var conv = Conv2D(
      weight: weight, bias: random.randn(4), stride: stride, padding: [1, 3, 0, 2],
      dilation: dilation)
    let direct = conv.predict(x)
    conv.algorithm = .separable
    // Each factor has a rounding error of its own, and a sum has 60 terms near 1.
    #expect(abs(conv.predict(x) - direct).max() < 1e-13)
    let image = x[slice: 0]
    let blur = gaussianKernel(sigma: 1.2)
    #expect(
      abs(filter(image, with: blur, algorithm: .separable) - filter(image, with: blur)).max()
        < 1e-14)
  }
}
