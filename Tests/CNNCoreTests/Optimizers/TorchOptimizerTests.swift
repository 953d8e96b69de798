import CNNCore
import Testing

/// Against PyTorch 2.15, `Fixtures/torch-optimizers.py`.
@Suite struct TorchOptimizerTests {
  private static let names = ["AdamW", "AdamW, decay 0.5", "Nesterov", "Nesterov, decay 0.25"]

  private func optimizer(_ name: String) -> any Optimizer<Double> {
    switch name {
    case "AdamW": AdamW(learningRate: 0.1)
    case "AdamW, decay 0.5": AdamW(learningRate: 0.1, weightDecay: 0.5)
    case "Nesterov": Momentum(learningRate: 0.1, nesterov: true)
    default: Momentum(learningRate: 0.1, weightDecay: 0.25, nesterov: true)
    }
  }

  @Test(arguments: names) func steps(name: String) {
    let expected = Fixture.torchOptimizers
    var optimizer = optimizer(name)
    var p = expected["start"].tensor
    for (gradient, after) in zip(expected["gradients"].array, expected[name].array) {
      optimizer.beginStep()
      optimizer.update(&p, gradient: gradient.tensor, slot: 0)
      // A few roundings in another order, where weights near 0 cancel.
      expectClose(p, after.tensor, relative: 1e-13, absolute: 1e-15, name)
    }
  }

  @Test func messages() async {
    let decay = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var optimizer = AdamW<Double>(weightDecay: -1)
      var p: Tensor<Double> = [1]
      optimizer.beginStep()
      optimizer.update(&p, gradient: [1], slot: 0)
    }
    #expect(
      fatalMessage(decay)
        == "AdamW: 'weightDecay' is -1.0; expected a finite number of at least 0")
  }
}
