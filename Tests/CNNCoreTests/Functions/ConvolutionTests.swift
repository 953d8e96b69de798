import CNNCore
import Testing

@Suite struct ConvolutionTests {
  @Test(arguments: 0..<3) func strides(index: Int) {
    let helpers = Fixture.squareVersusNoise["helpers"]
    let expected = helpers["conv"][index]
    let output = convolve(
      helpers["A"].tensor, with: helpers["K"].tensor, bias: expected["bias"].number,
      stride: expected["stride"].integer)
    expectClose(output, expected["correct"].tensor)
  }

  @Test func rectangles() {
    let helpers = Fixture.squareVersusNoise["helpers"]
    let output = convolve(helpers["R"].tensor, with: helpers["K23"].tensor)
    #expect(output.shape == [4, 6])
    expectClose(output, helpers["conv_rect"]["correct_R_with_K23"].tensor)
  }

  @Test func kernelIsNotFlipped() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(convolve(x, with: [[1, 0], [0, 0]]) == [[1, 2]])
    #expect(convolve(x, with: [[0, 0], [0, 1]], bias: 10) == [[15, 16]])
  }

  @Test func paddingIsZeros() {
    let x = Tensor([[1, 2], [3, 4]])
    let k = Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    #expect(convolve(x, with: k, padding: 1) == convolve(x.padded(by: 1), with: k))
    #expect(convolve(x, with: k, stride: 2, padding: 2) == [[9, 23], [21, 37]])
  }

  @Test func fullConvolutionFlipsTheKernel() {
    #expect(fullConvolution(Tensor([[1, 2]]), with: [[1, 10]]) == [[1, 12, 20]])
    let g = NumPyRandom.numbers(3, 4)
    let k = NumPyRandom.numbers(2, 3)
    let padded = Tensor.zeros(3 + 2, 4 + 4)
    var surrounded = padded
    surrounded[1..<4, 2..<6] = g
    #expect(fullConvolution(g, with: k) == convolve(surrounded, with: k.flipped()))
  }

  @Test(arguments: [(1, 0), (1, 2), (2, 0), (2, 1), (3, 1)])
  func gradients(stride: Int, padding: Int) {
    var random = NumPyRandom(seed: 5)
    let x = random.randn(6, 7)
    let k = random.randn(3, 2)
    func output(_ x: Tensor<Double>, _ k: Tensor<Double>, _ b: Double) -> Tensor<Double> {
      convolve(x, with: k, bias: b, stride: stride, padding: padding)
    }
    let shape = output(x, k, 0).shape
    let g = random.normal(shape: shape)
    let gradients = convolutionGradients(
      input: x, kernel: k, outputGradient: g, stride: stride, padding: padding)
    expectGradient(gradients.kernel, of: { (g * output(x, $0, 0.5)).sum() }, at: k, "kernel")
    expectGradient(gradients.input, of: { (g * output($0, k, 0.5)).sum() }, at: x, "input")
    expectGradient(
      Tensor(gradients.bias), of: { (g * output(x, k, $0.item)).sum() }, at: Tensor(0.5), "bias")
    if stride == 1 && padding == 0 {
      #expect(gradients.input == fullConvolution(g, with: k))
      #expect(gradients.kernel == convolve(x, with: g))
    }
  }

  /// In one fused chain 0.1 · 0.1 is added to −0.01 unrounded, which leaves 0.01's rounding error.
  @Test func sumsAreFusedChains() {
    let y = convolve(Tensor([[-1, 0.1]]), with: [[0.01, 0.1]]).item
    #expect(y == (-0.01).addingProduct(0.1, 0.1))
  }

  @Test func floats() {
    let x: Tensor<Float> = [[1, 2], [3, 4]]
    #expect(convolve(x, with: [[0.5]], bias: 1) == [[1.5, 2], [2.5, 3]])
  }
}

extension NumPyRandom {
  fileprivate static func numbers(_ rows: Int, _ columns: Int) -> Tensor<Double> {
    var random = NumPyRandom(seed: rows)
    return random.randn(rows, columns)
  }
}
