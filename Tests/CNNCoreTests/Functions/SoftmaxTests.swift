import CNNCore
import Testing

@Suite struct SoftmaxTests {
  private static let expected = Fixture.lowLevel["activations"]

  @Test func probabilities() {
    let m = Self.expected["m"].tensor
    expectClose(softmax(m, axis: nil), Self.expected["softmax_of_whole_m"].tensor)
    for name in ["v", "w", "big"] {
      let x = Self.expected["softmax_\(name)_in"].tensor
      expectClose(softmax(x), Self.expected["softmax_\(name)"].tensor)
      expectClose(exp(logSoftmax(x)), Self.expected["softmax_\(name)"].tensor)
    }
    for axis in -3..<3 {
      let sums = softmax(m, axis: axis).sum(axis: axis)
      expectClose(sums, Tensor(repeating: 1, shape: sums.shape))
    }
  }

  @Test func anyFiniteNumbers() {
    let largest = Double.greatestFiniteMagnitude
    #expect(softmax(Tensor([largest, -largest, 0])) == [1, 0, 0])
    #expect(softmax(Tensor([-1e4, -1e4])) == [0.5, 0.5])
    #expect(softmax(Tensor([1e4, 0])) == [1, 0])
    #expect(logSoftmax(Tensor([1e4, 0])) == [0, -1e4])
    #expect(logSoftmax(Tensor([-800, 0]))[0] == -800)
    #expect(softmax(Tensor<Float>([[200, 100], [100, 200]])).sum(axis: 1) == [1, 1])
    for gradient in [
      softmaxGradient(probabilities: softmax(Tensor([1e4, 0])), outputGradient: [1, -1]),
      logSoftmaxGradient(logProbabilities: logSoftmax(Tensor([1e4, 0])), outputGradient: [1, -1]),
    ] {
      #expect(gradient.scalars.allSatisfy { $0.isFinite })
    }
  }

  @Test func jacobian() {
    let x = Tensor([0.3, -1.2, 2.0, 0.5])
    let jacobian = softmaxJacobian(x)
    let p = softmax(x)
    for k in 0..<4 {
      var g = Tensor.zeros(4)
      g[k] = 1
      expectGradient(jacobian[row: k], of: { softmax($0)[k] }, at: x)
      expectClose(
        softmaxGradient(probabilities: p, outputGradient: g), jacobian[row: k], absolute: 1e-16)
    }
    expectClose(
      jacobian.sum(axis: 0), .zeros(4), absolute: 1e-16)
    // Where one probability is 1 but for rounding, the others still count.
    let sharp = softmaxJacobian(Tensor([40, 0]))
    expectClose(sharp[0, 0], 4.248354255291589e-18)
  }

  @Test func otherActivations() {
    let expected = Self.expected
    let (m, z) = (expected["m"].tensor, expected["z"].tensor)
    #expect(relu(m) == expected["relu_m"].tensor)
    #expect(relu(z) == expected["relu_z"].tensor)
    #expect(leakyReLU(m, slope: 0.1) == expected["leakyRelu_m_alpha0.1"].tensor)
    #expect(leakyReLU(m) == expected["leakyRelu_m_alpha0.01"].tensor)
    #expect(leakyReLU(z, slope: 0.1) == expected["leakyRelu_z_alpha0.1"].tensor)
    expectClose(sigmoid(m), expected["sigmoid_m"].tensor)
    expectClose(sigmoid(z), expected["sigmoid_z"].tensor)
  }
}
