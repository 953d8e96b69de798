import CNNCore
import Testing

/// Gradients shortened to a length, against PyTorch 2.15, `Fixtures/torch-optimizers.py`.
@Suite struct ClippingTests {
  @Test(arguments: 0..<3) func clipping(index: Int) {
    let expected = Fixture.torchOptimizers["clipped"][index]
    var network = Sequential<Double>(inputShape: [2], layers: [Dense(weight: Tensor.zeros(1, 2))])
    var sgd = SGD<Double>(learningRate: 1)
    _ = network.forward([[1.5, -0.5]])
    network.backwardToParameters([[2]])
    network.step(&sgd, maximumGradientNorm: expected["limit"].number)
    network.visitParameters { name, value, _ in
      let gradient = expected[name == "0.weight" ? "weight" : "bias"].tensor
      expectClose(-value.reshaped(-1), gradient, relative: 1e-15, name)
    }
  }

  @Test("in a training") func clippedTraining() {
    var random = NumPyRandom(seed: 1)
    var network = Sequential<Double>(inputShape: [2], layers: [Dense(weight: Tensor.zeros(1, 2))])
    network.fit(
      [[3, 4]], targets: [[100]], epochs: 1, loss: MeanSquaredError(),
      optimizer: SGD(learningRate: 1), maximumGradientNorm: 2, using: &random)
    var squares = 0.0
    network.visitParameters { _, value, _ in squares += (value * value).sum() }
    expectClose(squares, 4, relative: 1e-7)
  }

  @Test func message() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var random = NumPyRandom(seed: 1)
      var network = Sequential<Double>(inputShape: [1], layers: [Identity<Double>()])
      network.fit(
        [[3]], targets: [[1]], epochs: 1, loss: MeanSquaredError(), maximumGradientNorm: 0,
        using: &random)
    }
    #expect(fatalMessage(result) == "fit: the gradients' norm must be above 0, not 0.0")
  }
}
