import CNNCore
import Testing

@Suite struct BinaryCrossEntropyTests {
  @Test func againstNumPy() {
    for expected in Fixture.squareVersusNoise["helpers"]["bce"].array {
      let target = expected["y"].number
      for (index, p) in expected["p"].numbers.enumerated() {
        expectClose(
          binaryCrossEntropy(probability: p, target: target), expected["loss_ln"][index].number)
        expectClose(
          binaryCrossEntropyDerivative(probability: p, target: target),
          expected["derivative_of_ln_loss"][index].number)
      }
    }
  }

  @Test(arguments: [0.0, 0.25, 1.0]) func logitsAgreeWithProbabilities(target: Double) {
    for z in [-20.0, -3, -0.1, 0, 0.1, 3] {
      expectClose(
        binaryCrossEntropy(logit: z, target: target),
        binaryCrossEntropy(probability: sigmoid(z), target: target))
      let chained =
        binaryCrossEntropyDerivative(probability: sigmoid(z), target: target)
        * sigmoidDerivative(z)
      expectClose(binaryCrossEntropyDerivative(logit: z, target: target), chained)
    }
  }

  @Test(arguments: [0.0, 0.25, 1.0]) func gradients(target: Double) {
    for z in [-1.5, 0.3, 1] {
      expectGradient(
        Tensor(binaryCrossEntropyDerivative(logit: z, target: target)),
        of: { binaryCrossEntropy(logit: $0.item, target: target) }, at: Tensor(z))
      expectGradient(
        Tensor(binaryCrossEntropyDerivative(probability: sigmoid(z), target: target)),
        of: { binaryCrossEntropy(probability: $0.item, target: target) },
        at: Tensor(sigmoid(z)))
    }
  }

  @Test func certainty() {
    #expect(binaryCrossEntropy(probability: 1.0, target: 1) == 0)
    #expect(binaryCrossEntropy(probability: 1.0, target: 1).sign == .plus)
    #expect(binaryCrossEntropy(probability: 0.0, target: 0) == 0)
    #expect(binaryCrossEntropy(probability: 0.0, target: 1) == .infinity)
    #expect(binaryCrossEntropy(probability: 1.0, target: 0) == .infinity)
    #expect(binaryCrossEntropyDerivative(probability: 1.0, target: 1) == -1)
  }

  @Test func extremeLogits() {
    #expect(binaryCrossEntropy(logit: 1000.0, target: 0) == 1000)
    #expect(binaryCrossEntropy(logit: -1000.0, target: 1) == 1000)
    #expect(binaryCrossEntropy(logit: 1000.0, target: 1) == 0)
    #expect(binaryCrossEntropyDerivative(logit: -1000.0, target: 1) == -1)
    // From the probability, 1 − σ(40) would be 0.
    expectClose(binaryCrossEntropyDerivative(logit: 40.0, target: 1), -4.248354255291589e-18)
    expectClose(binaryCrossEntropy(logit: 40.0, target: 1), 4.248354255291589e-18)
  }
}
