import CNNCore
import Testing

@Suite struct ActivationTests {
  @Test func valuesAndDerivatives() {
    let expected = Fixture.squareVersusNoise["helpers"]["activations"]
    let z = expected["z"].tensor
    #expect(relu(z) == expected["relu"].tensor)
    #expect(reluDerivative(z) == expected["relu_derivative"].tensor)
    // σ(−800) is 0 in the fixture's arithmetic and in ours: it is below the smallest double.
    expectClose(sigmoid(z), expected["sigmoid_stable"].tensor)
    expectClose(sigmoidDerivative(z), expected["sigmoid_derivative"].tensor)
  }

  @Test func numbers() {
    #expect(relu(-2.0) == 0 && relu(3.0) == 3 && relu(-0.0).sign == .plus)
    #expect(relu(Double.nan).isNaN)
    #expect(reluDerivative(0.0) == 0 && reluDerivative(1e-300) == 1)
    #expect(sigmoid(0.0) == 0.5 && sigmoidDerivative(0.0) == 0.25)
    #expect(sigmoid(Float(0)) == 0.5)
  }

  @Test func gradients() {
    let x = Tensor([-2.1, -0.4, 0.3, 1.7])
    expectGradient(reluDerivative(x), of: { relu($0).sum() }, at: x)
    expectGradient(sigmoidDerivative(x), of: { sigmoid($0).sum() }, at: x)
    expectGradient(tanhDerivative(x), of: { tanh($0).sum() }, at: x)
    expectGradient(
      leakyReLUDerivative(x, slope: 0.2), of: { leakyReLU($0, slope: 0.2).sum() }, at: x)
    expectGradient(identityDerivative(x), of: { identity($0).sum() }, at: x)
  }

  @Test func farFromZero() {
    #expect(sigmoid(1000.0) == 1 && sigmoid(-1000.0) == 0)
    #expect(tanhDerivative(1000.0) == 0 && tanhDerivative(0.0) == 1)
    // 4e⁻⁴⁰, where 1 − tanh² is zero.
    expectClose(tanhDerivative(20.0), 4 * Double.exp(-40))
    #expect(leakyReLU(-3.0, slope: 0.5) == -1.5 && leakyReLUDerivative(0.0) == 0.01)
  }

  @Test func thresholds() {
    #expect(threshold(Tensor([0.2, 0.5, 0.7]), above: 0.5) == [0, 0, 1])
  }
}
