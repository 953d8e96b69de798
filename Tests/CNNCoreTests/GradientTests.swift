import CNNCore
import Testing

/// Gradients against central differences of the function itself.
@Suite struct GradientTests {
  /// The derivative of `loss` with respect to each element, by differences with step 1e-6.
  private func differences(
    at x: Tensor<Double>, _ loss: (Tensor<Double>) -> Double
  ) -> Tensor<Double> {
    Tensor(
      shape: x.shape,
      scalars: x.scalars.indices.map { index in
        var up = x.scalars
        var down = x.scalars
        up[index] += 1e-6
        down[index] -= 1e-6
        let high = loss(Tensor(shape: x.shape, scalars: up))
        return (high - loss(Tensor(shape: x.shape, scalars: down))) / 2e-6
      })
  }

  @Test(arguments: [
    (height: 5, width: 6, kernel: [3, 2], stride: 1, padding: 0),
    (height: 7, width: 5, kernel: [2, 3], stride: 2, padding: 1),
    (height: 4, width: 4, kernel: [4, 4], stride: 3, padding: 2),
    (height: 3, width: 8, kernel: [1, 1], stride: 2, padding: 0),
  ])
  func convolutions(height: Int, width: Int, kernel size: [Int], stride: Int, padding: Int) {
    var random = NumPyRandom(seed: 3)
    let x = random.randn(height, width)
    let kernel = random.randn(size[0], size[1])
    let output = convolve(x, with: kernel, bias: 0.5, stride: stride, padding: padding)
    let factors = random.randn(output.rows, output.columns)
    let gradients = convolutionGradients(
      input: x, kernel: kernel, outputGradient: factors, stride: stride, padding: padding)
    let byInput = differences(at: x) {
      (convolve($0, with: kernel, stride: stride, padding: padding) * factors).sum()
    }
    let byKernel = differences(at: kernel) {
      (convolve(x, with: $0, stride: stride, padding: padding) * factors).sum()
    }
    #expect((gradients.input - byInput).map { abs($0) }.max() < 1e-7)
    #expect((gradients.kernel - byKernel).map { abs($0) }.max() < 1e-7)
    #expect(abs(gradients.bias - factors.sum()) < 1e-12)
  }

  @Test func overlappingWindowsAddUp() {
    let x: Tensor<Double> = [[1, 2, 1], [2, 9, 2], [1, 2, 1]]
    let pooling = maxPool(x, size: 2, stride: 1)
    #expect(pooling.output == [[9, 9], [9, 9]])
    #expect(pooling.backward([[1, 2], [3, 4]]) == [[0, 0, 0], [0, 10, 0], [0, 0, 0]])
  }

  @Test func tiesGoToTheFirstMaximum() {
    let pooling = maxPool(Tensor<Double>([[7, 7], [7, 7]]), size: 2)
    #expect(pooling.positions.map { [$0.row, $0.column] } == [[0, 0]])
  }

  @Test func theLossHasItsDerivative() {
    for (p, label) in [(0.3, 0.0), (0.3, 1.0), (0.999, 0.0)] {
      let high = binaryCrossEntropy(probability: p + 1e-7, target: label)
      let slope = (high - binaryCrossEntropy(probability: p - 1e-7, target: label)) / 2e-7
      let derivative = binaryCrossEntropyDerivative(probability: p, target: label)
      #expect(abs(slope - derivative) < 1e-6 * abs(derivative))
    }
  }
}
