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
  }
}
