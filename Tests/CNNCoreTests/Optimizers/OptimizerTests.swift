import CNNCore
import Testing

@Suite("Optimisers") struct OptimizerTests {
  private static let names = [
    "Constant", "Momentum", "Adagrad", "AdagradMomentum", "RMS_prop", "Adam",
  ]

  private static func optimizer(_ name: String) -> any Optimizer<Double> {
    switch name {
    case "Constant": SGD(learningRate: 0.01)
    case "Momentum": Momentum(learningRate: 0.01, momentum: 0.9)
    case "Adagrad": AdaGrad(learningRate: 0.1)
    case "AdagradMomentum": AdaGrad(learningRate: 0.1, momentum: 0.9)
    case "RMS_prop": RMSprop(learningRate: 0.01, decayRate: 0.9)
    default: Adam(learningRate: 0.001)
    }
  }

  @Test("make the changes of their standard form", arguments: names)
  func changes(name: String) {
    var optimizer = Self.optimizer(name)
    let gradients = Fixture.lecture["schedulers"]["gradients"].array
    let expected = Fixture.lecture["schedulers"]["changes"][name].array
    for (gradient, change) in zip(gradients, expected) {
      expectClose(optimizer.change(for: gradient.tensor), change.tensor)
    }
  }

  @Test("and the lecture's own changes, under names that say what is different")
  func lecture() {
    let lecture = Fixture.lecture["schedulers"]["lecture"]
    var rowwise = RowwiseAdaGrad(learningRate: 0.1)
    var rowwiseMomentum = RowwiseAdaGrad(learningRate: 0.1, momentum: 0.9)
    var floored = FlooredRMSprop(learningRate: 0.01, decayRate: 0.9)
    var epochwise = EpochwiseAdam(learningRate: 0.001)
    var resetting = EpochwiseAdam(learningRate: 0.001)
    for (step, gradient) in Fixture.lecture["schedulers"]["gradients"].array.enumerated() {
      let g = gradient.tensor
      func check(_ change: Tensor<Double>, _ expected: Fixture) {
        expectClose(change, expected[step].tensor, relative: 1e-12)
      }
      check(rowwise.change(for: g), lecture["Adagrad"])
      check(rowwiseMomentum.change(for: g), lecture["AdagradMomentum"])
      check(floored.change(for: g), lecture["RMS_prop"])
      check(epochwise.change(for: g), lecture["Adam"])
      check(resetting.change(for: g), Fixture.lecture["schedulers"]["reset"]["Adam"])
      resetting.reset()
    }
  }

  @Test("lower the loss of a bent valley", arguments: names)
  func descent(name: String) {
    var optimizer = Self.optimizer(name)
    var p: Tensor<Double> = [2, -3]
    func loss(_ p: Tensor<Double>) -> Double { 5 * p[0] * p[0] + 0.5 * p[1] * p[1] }
    let start = loss(p)
    for _ in 0..<2000 {
      optimizer.beginStep()
      optimizer.update(&p, gradient: Tensor([10 * p[0], p[1]]), slot: 0)
    }
    #expect(loss(p) < 0.1 * start, "\(name): \(loss(p))")
  }

  @Test("an L2 term adds its gradient", arguments: [true, false]) func weightDecay(isAdam: Bool) {
    var p: Tensor<Double> = [2, -4]
    var q = p
    if isAdam {
      var (plain, decaying) = (Adam<Double>(), Adam<Double>(weightDecay: 0.5))
      plain.beginStep()
      decaying.beginStep()
      plain.update(&p, gradient: [2, -1], slot: 0)
      decaying.update(&q, gradient: [1, 1], slot: 0)
    } else {
      var (plain, decaying) = (SGD<Double>(), SGD<Double>(weightDecay: 0.5))
      plain.update(&p, gradient: [2, -1], slot: 0)
      decaying.update(&q, gradient: [1, 1], slot: 0)
    }
    #expect(p == q)
  }

  @Test("each slot has its own memory") func slots() {
    var together = Momentum<Double>()
    var (alone1, alone2) = (Momentum<Double>(), Momentum<Double>())
    var (a, b, c, d): (Tensor<Double>, Tensor<Double>, Tensor<Double>, Tensor<Double>) = (
      [1], [1], [1, 2], [1, 2]
    )
    for step in 1...3 {
      let (g, h): (Tensor<Double>, Tensor<Double>) = (
        Tensor([Double(step)]), Tensor([1, Double(-step)])
      )
      together.update(&a, gradient: g, slot: 0)
      together.update(&c, gradient: h, slot: 1)
      alone1.update(&b, gradient: g, slot: 0)
      alone2.update(&d, gradient: h, slot: 0)
    }
    #expect(a == b)
    #expect(c == d)
  }

  @Test func messages() async {
    let shape = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var p: Tensor<Double> = [1, 2]
      var optimizer = SGD<Double>()
      optimizer.update(&p, gradient: [1], slot: 0)
    }
    #expect(fatalMessage(shape) == "SGD: the gradient has shape [1], the parameter [2]")
    let step = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var p: Tensor<Double> = [1, 2]
      var optimizer = Adam<Double>()
      optimizer.update(&p, gradient: [1, 2], slot: 0)
    }
    #expect(fatalMessage(step) == "Adam: update was called before beginStep")
  }

  /// What a training step with such a rule ends with.
  private static let senseless: [(optimizer: any Optimizer<Double>, message: String)] = [
    (
      Adam(learningRate: .nan),
      "Adam: 'learningRate' is nan; expected a finite number of at least 0"
    ),
    (
      SGD(learningRate: -0.01),
      "SGD: 'learningRate' is -0.01; expected a finite number of at least 0"
    ),
    (
      RMSprop(weightDecay: .infinity),
      "RMSprop: 'weightDecay' is inf; expected a finite number of at least 0"
    ),
    (AdaGrad(epsilon: -1), "AdaGrad: 'epsilon' is -1.0; expected a finite number of at least 0"),
    (
      Momentum(momentum: 1),
      "Momentum: 'momentum' is 1.0; expected a number of at least 0 and below 1"
    ),
    (Adam(beta2: 1.5), "Adam: 'beta2' is 1.5; expected a number of at least 0 and below 1"),
  ]

  @Test("say which number makes no sense", arguments: 0..<6) func senselessNumbers(_ index: Int)
    async
  {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      var p: Tensor<Double> = [1, 2]
      var optimizer = Self.senseless[index].optimizer
      optimizer.beginStep()
      optimizer.update(&p, gradient: [1, 2], slot: 0)
    }
    #expect(fatalMessage(result) == Self.senseless[index].message)
  }

  @Test func changeWithWeightDecay() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var optimizer = Momentum<Double>(weightDecay: 0.1)
      _ = optimizer.change(for: [1, 2])
    }
    #expect(
      fatalMessage(result)
        == "Momentum: change(for:) knows no parameter that 'weightDecay' 0.1 could act on; use update(_:gradient:slot:)"
    )
  }
}
