import CNNCore
import Testing

/// Convolutions of batches against NumPy, whose draws are made again here.
@Suite struct ConvolutionOracleTests {
  @Test(arguments: 0..<16, [ConvolutionAlgorithm.direct, .matrixProduct, .fourier])
  func layer(index: Int, algorithm: ConvolutionAlgorithm) {
    let expected = Fixture.layers["conv"][index]
    var random = NumPyRandom(seed: expected["seed"].integer)
    let x = random.normal(shape: expected["x_shape"].integers)
    let weight = random.normal(shape: expected["W_shape"].integers)
    let bias = random.normal(shape: [weight.shape[0]])
    var conv = Conv2D(
      weight: weight, bias: bias, stride: expected["stride"].integers,
      padding: expected["padding"].integers, dilation: expected["dilation"].integers,
      algorithm: algorithm)
    let y = conv.forward(x)
    expectAgreement(y, expected["y"].tensor, "y")
    #expect(conv.outputShape(forSample: Array(x.shape.dropFirst())) == Array(y.shape.dropFirst()))
    let inputGradient = conv.backward(random.normal(shape: y.shape))
    expectAgreement(inputGradient, expected["dLdx"].tensor, "dLdx")
    expectAgreement(conv.weightGradient, expected["dLdW"].tensor, "dLdW")
    expectAgreement(conv.biasGradient, expected["dLdb"].tensor.reshaped(-1), "dLdb")
  }

  @Test func images16Times3Times32Times32() {
    let expected = Fixture.layers["conv_large"]
    var random = NumPyRandom(seed: expected["seed"].integer)
    let x = random.randn(16, 3, 32, 32)
    let weight = random.randn(8, 3, 5, 5)
    let bias = random.randn(8)
    expectStatistics(x, expected["x"])
    var conv = Conv2D(weight: weight, bias: bias)
    let y = conv.forward(x)
    expectStatistics(y, expected["y"])
    let g = random.normal(shape: y.shape)
    expectStatistics(g, expected["dLdy"])
    expectStatistics(conv.backward(g), expected["dLdx"])
    expectAgreement(conv.weightGradient, expected["dLdW"].tensor)
    expectAgreement(conv.biasGradient, expected["dLdb"].tensor.reshaped(-1))
  }

  @Test func convolutionRectifierPooling() {
    let expected = Fixture.layers["chain"]
    var random = NumPyRandom(seed: 50)
    let x = random.randn(2, 2, 8, 8)
    var conv = Conv2D(weight: random.randn(3, 2, 3, 3), bias: random.randn(3))
    var rectifier = ReLU()
    var pool = MaxPool2D(size: 2)
    let target = random.randn(2, 3, 3, 3)
    let y = conv.forward(x)
    expectAgreement(y, expected["y"].tensor)
    let rectified = rectifier.forward(y)
    expectAgreement(rectified, expected["relu"].tensor)
    let pooled = pool.forward(rectified)
    expectAgreement(pooled, expected["pool"].tensor)
    let difference = pooled - target
    expectClose(0.5 * (difference * difference).sum(), expected["loss"].number)
    let gradient = conv.backward(rectifier.backward(pool.backward(difference)))
    expectAgreement(gradient, expected["dLdx"].tensor)
    expectAgreement(conv.weightGradient, expected["dLdW"].tensor)
    expectAgreement(conv.biasGradient, expected["dLdb"].tensor.reshaped(-1))
  }

  /// A convolution is linear in each of its parts, and a maximum moves with its place: the change
  /// that a gradient foretells is the change itself.
  @Test func firstOrderChangesAreExact() {
    let expected = Fixture.layers["accuracy_test"]
    var random = NumPyRandom(seed: 60)
    let x = random.randn(3, 2, 8, 7)
    let weight = random.randn(4, 2, 3, 3)
    let bias = random.randn(4)
    var conv = Conv2D(weight: weight, bias: bias)
    let y = conv.forward(x)
    let g = random.normal(shape: y.shape)
    let dx = random.normal(shape: x.shape) * 1e-3
    let dW = random.normal(shape: weight.shape) * 1e-3
    let db = random.normal(shape: bias.shape) * 1e-3
    let gradient = conv.backward(g)
    expectAgreement(gradient, expected["dLdx"].tensor)
    func change(_ other: Conv2D<Double>, _ x: Tensor<Double>) -> Double {
      (g * (other.predict(x) - y)).sum()
    }
    let results = expected["results"]
    expectChange(change(conv, x + dx), (gradient * dx).sum(), results["conv_dLdx"])
    expectChange(
      change(Conv2D(weight: weight + dW, bias: bias), x), (conv.weightGradient * dW).sum(),
      results["conv_dLdW"])
    expectChange(
      change(Conv2D(weight: weight, bias: bias + db), x), (conv.biasGradient * db).sum(),
      results["conv_dLdb"])

    var pool = MaxPool2D(size: 2)
    let pooled = pool.forward(x)
    expectAgreement(pooled, expected["pool_y"].tensor)
    let poolGradient = random.normal(shape: pooled.shape)
    let small = random.normal(shape: x.shape) * 1e-6
    let back = pool.backward(poolGradient)
    expectAgreement(back, expected["pool_dLdx"].tensor)
    expectChange(
      (poolGradient * (pool.predict(x + small) - pooled)).sum(), (back * small).sum(),
      results["maxpool_dLdx"])
  }

  private func expectChange(_ exact: Double, _ foretold: Double, _ expected: Fixture) {
    // The difference of two outputs of order 10 keeps 1e-15 of these.
    expectClose(exact, expected["exact_change"].number, relative: 1e-8)
    expectClose(foretold, expected["approx_change"].number)
    #expect(100 * (1 - abs(exact - foretold) / abs(exact)) > 99.99)
  }

  private func expectStatistics(_ tensor: Tensor<Double>, _ expected: Fixture) {
    #expect(tensor.shape == expected["shape"].integers)
    expectClose(tensor.sum(), expected["sum"].number, relative: 1e-11)
    expectClose((tensor * tensor).sum(), expected["sum_of_squares"].number)
    expectClose(tensor.scalars[0], expected["first"].number)
    expectClose(tensor.scalars[tensor.count - 1], expected["last"].number)
  }
}
