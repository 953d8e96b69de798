import CNNCore
import Testing

@Suite("Checking gradients") struct GradientCheckTests {
  @Test("a right layer passes, tensor by tensor") func right() {
    var random = NumPyRandom(seed: 2)
    let layer = Conv2D(weight: random.randn(3, 2, 3, 2), stride: 2, padding: 1)
    let check = GradientCheck(layer, input: random.randn(2, 2, 5, 6), using: &random)
    #expect(check.passes, "\(check)")
    #expect(check.findings.map(\.name) == ["input", "weight", "bias"])
  }

  @Test("a wrong gradient is found with its place") func wrong() {
    let check = GradientCheck(
      of: { ($0 * $0).sum() }, gradient: [2, 4, 7], at: [1, 2, 3])
    #expect(!check.passes)
    #expect(check.findings[0].worstPlace == [2])
    #expect(check.findings[0].gradient == 7)
    #expect(check.description.contains("FAILS"))
    #expect(check.description.hasPrefix("Tensor  Relative error"))
    #expect(check.description.contains("[2]       7.0       "))
  }

  @Test("a model is checked with its loss", arguments: [0, 1, 2]) func loss(which: Int) {
    var random = NumPyRandom(seed: 3)
    let ends: [LayerSpecification] = [.identity, .softmax, .sigmoid]
    let losses: [any Loss<Double>] = [
      SoftmaxCrossEntropy(), CategoricalCrossEntropy(), BinaryCrossEntropy(fromLogits: false),
    ]
    let network = Sequential<Double>(
      inputShape: [1, 4, 4],
      [.conv2D(filters: 2, kernelSize: 3), .batchNorm2D, .tanh, .flatten, .dense(3), ends[which]],
      using: &random)
    let check = GradientCheck(
      network, input: random.randn(4, 1, 4, 4), target: .oneHot([2, 0, 1, 1], classes: 3),
      loss: losses[which])
    #expect(check.passes, "\(check)")
    #expect(check.findings.count == 7)
  }

  @Test("both changes and the accuracy as text") func accuracyText() {
    let accuracy = GradientAccuracy(
      of: { $0 * $0 }, at: [2], change: [0.5], outputGradient: [1], gradient: [4])
    #expect("\(accuracy)" == "exact 2.25, first order 2.0, accuracy 88.88888888888889 %")
  }

  @Test("a gradient that is not a number fails") func notANumber() {
    #expect(!GradientCheck(of: { $0.sum() }, gradient: Tensor([.nan, 1]), at: [1, 1]).passes)
  }

  @Test("the assignment's accuracy test, all four figures") func accuracy() {
    let expected = Fixture.lecture["accuracy"]
    let results = expected["results"]
    let (x, w) = (expected["x"].tensor, expected["W"].tensor)
    let b = expected["b"].tensor.reshaped(-1)
    let g = expected["dLdy"].tensor
    var layer = Conv2D(weight: w, bias: b)
    _ = layer.forward(x)
    let forInput = layer.backward(g)
    expectClose(forInput, expected["dLdx"].tensor, relative: 1e-12, absolute: 1e-13)
    func check(_ name: String, _ accuracy: GradientAccuracy, tolerance: Double = 1e-6) {
      expectClose(
        accuracy.exactChange, results[name]["exact_change"].number, relative: tolerance, name)
      #expect(accuracy.percent > 99.99, "\(name)")
    }
    check(
      "conv_dLdx",
      GradientAccuracy(
        of: { Conv2D(weight: w, bias: b).predict($0) }, at: x, change: expected["delta_x"].tensor,
        outputGradient: g, gradient: forInput))
    check(
      "conv_dLdW",
      GradientAccuracy(
        of: { Conv2D(weight: $0, bias: b).predict(x) }, at: w, change: expected["delta_W"].tensor,
        outputGradient: g, gradient: layer.weightGradient))
    check(
      "conv_dLdb",
      GradientAccuracy(
        of: { Conv2D(weight: w, bias: $0).predict(x) }, at: b,
        change: expected["delta_b"].tensor.reshaped(-1), outputGradient: g,
        gradient: layer.biasGradient))
    var pool = MaxPool2D<Double>(size: 2)
    _ = pool.forward(x)
    let poolGradient = expected["pool_dLdy"].tensor
    check(
      "maxpool_dLdx",
      GradientAccuracy(
        of: { MaxPool2D<Double>(size: 2).predict($0) }, at: x,
        change: expected["pool_delta_x"].tensor, outputGradient: poolGradient,
        gradient: pool.backward(poolGradient)))
  }

  @Test("measures a layer's every gradient") func measure() {
    var random = NumPyRandom(seed: 6)
    let results = GradientAccuracy.measure(
      Conv2D(weight: random.randn(3, 2, 3, 3)), input: random.randn(2, 2, 6, 5), using: &random)
    #expect(results.map(\.name) == ["input", "weight", "bias"])
    for (name, accuracy) in results { #expect(accuracy.percent > 99.99, "\(name)") }
  }
}
