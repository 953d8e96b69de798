import CNNCore
import Testing

/// Whole networks on channels-last images, against NumPy.
@Suite struct LowLevelNetworkTests {
  @Test(arguments: 0..<2) func pipeline(index: Int) {
    let expected = Fixture.lowLevel["cifar_like_pipeline"][index]
    var random = NumPyRandom(seed: expected["seed"].integer)
    let image = random.rand(32, 32, 3)
    expectStatistics(image, expected["stats"]["image"])
    let filters1 = random.randn(8, 3, 3)
    expectAgreement(filters1, expected["conv1_filters"].tensor)
    let conv1 = Conv2D(weight: sharedWeight(filters1, channels: 3))
    let conv2 = Conv2D(weight: sharedWeight(random.randn(32, 3, 3), channels: 8))
    let first = Dense(weight: (random.randn(1152, 10) / 1152).transposed())
    let second = Dense(weight: (random.randn(10, 10) / 10).transposed())
    var x = Tensor(stacking: [image.channelsFirst()])
    x = conv1.predict(x)
    expectStatistics(x[slice: 0].channelsLast(), expected["stats"]["conv1"])
    x = MaxPool2D(size: 2).predict(x)
    expectStatistics(x[slice: 0].channelsLast(), expected["stats"]["pool1"])
    x = conv2.predict(x)
    expectStatistics(x[slice: 0].channelsLast(), expected["stats"]["conv2"])
    x = MaxPool2D(size: 2).predict(x)
    expectStatistics(x[slice: 0].channelsLast(), expected["stats"]["pool2"])
    x = first.predict(x.channelsLast().reshaped(1, -1))
    expectAgreement(x.reshaped(-1), expected["fc_out"].tensor, relative: 1e-11)
    x = softmax(second.predict(x))
    expectAgreement(x.reshaped(-1), expected["softmax_out"].tensor)
  }

  @Test(arguments: 0..<2) func fullBackpropagation(index: Int) {
    let expected = Fixture.lowLevel["training"][index]
    var random = NumPyRandom(seed: expected["seed"].integer)
    let X = random.rand(10, 10, 10, 3)
    let labels = random.randint(low: 0, high: 10, count: 10)
    #expect(labels == expected["labels"].integers)
    var filters = random.randn(4, 3, 3)
    var first = Dense(weight: (random.randn(64, 10) / 64).transposed())
    var second = Dense(weight: (random.randn(10, 10) / 10).transposed())
    let learningRate = expected["learning_rate"].number
    for step in 0..<50 {
      var conv = Conv2D(weight: sharedWeight(filters, channels: 3))
      var pool = MaxPool2D(size: 2)
      let (x, label) = (X[slice: step % 10], labels[step % 10])
      let z = conv.forward(Tensor(stacking: [x.channelsFirst()]))
      let pooled = pool.forward(z)
      let hidden = first.forward(pooled.channelsLast().reshaped(1, -1))
      let logits = second.forward(hidden)
      let (loss, delta, isRight) = crossEntropy(logits, label)
      // Rounding differences grow from step to step.
      expectClose(loss, expected["loss_per_step"][step].number, relative: 1e-9)
      #expect(isRight == (expected["correct_per_step"][step].integer == 1))
      let dHidden = second.backward(delta)
      let dPooled = first.backward(dHidden).reshaped(1, 4, 4, 4).channelsFirst()
      let dConv = pool.backward(dPooled)
      let dX = conv.backward(dConv)
      let dFilters = conv.weightGradient.sum(axis: 1)
      if step == 0 {
        let first0 = expected["step0"]
        expectAgreement(z[slice: 0].channelsLast(), first0["conv_out"].tensor, "conv_out")
        expectAgreement(pooled[slice: 0].channelsLast(), first0["pool_out"].tensor, "pool_out")
        expectAgreement(hidden.reshaped(-1), first0["fc_out"].tensor, "fc_out")
        expectAgreement(logits.reshaped(-1), first0["logits"].tensor, "logits")
        expectAgreement(softmax(logits).reshaped(-1), first0["probabilities"].tensor)
        expectClose(loss, first0["loss_ln"].number)
        expectAgreement(delta.reshaped(-1), first0["dL_dlogits"].tensor)
        expectAgreement(second.weightGradient.transposed(), first0["dL_dW2"].tensor)
        expectAgreement(dHidden.reshaped(-1), first0["dL_dh"].tensor)
        expectAgreement(first.weightGradient.transposed(), first0["dL_dW1"].tensor)
        expectAgreement(dPooled[slice: 0].channelsLast(), first0["dL_dpool"].tensor)
        expectAgreement(dConv[slice: 0].channelsLast(), first0["dL_dconv"].tensor)
        expectAgreement(dFilters, first0["dL_dfilters"].tensor)
        expectAgreement(dX[slice: 0].channelsLast(), first0["dL_dx"].tensor)
      }
      filters -= learningRate * dFilters
      first.step(learningRate)
      second.step(learningRate)
    }
    let final = expected["final"]
    expectAgreement(filters, final["filters"].tensor, relative: 1e-10)
    expectAgreement(first.bias, final["b1"].tensor, relative: 1e-10)
    expectAgreement(second.weight.transposed(), final["W2"].tensor, relative: 1e-10)
    expectAgreement(second.bias, final["b2"].tensor, relative: 1e-10)
    expectClose(first.weight.sum(), final["W1_sum"].number, relative: 1e-9)
    expectAgreement(first.weight[column: 0], final["W1_first_row"].tensor, relative: 1e-9)
  }

  /// Two convolutions with rectifiers, normalisation and pooling, and two dense layers.
  @Test func normalisedNetwork() {
    let expected = Fixture.lowLevel["network"]
    var random = NumPyRandom(seed: 0)
    let X = random.randn(6, 14, 14, 3)
    let labels = random.randint(low: 0, high: 10, count: 6)
    #expect(labels == expected["labels"].integers)
    var network = Network(using: &random)
    let learningRate = expected["learning_rate"].number
    for step in 0..<30 {
      let (x, label) = (X[slice: step % 6], labels[step % 6])
      var trace: [String: Tensor<Double>] = [:]
      let logits = network.forward(Tensor(stacking: [x.channelsFirst()]), &trace)
      let (loss, delta, isRight) = crossEntropy(logits, label)
      expectClose(loss, expected["loss_per_step"][step].number, relative: 1e-9)
      #expect(isRight == (expected["correct_per_step"][step].integer == 1))
      let inputGradient = network.backward(delta)
      if step == 0 {
        let first = expected["step0"]
        expectClose(loss, first["loss_ln"].number)
        expectAgreement(softmax(logits).reshaped(-1), first["probabilities"].tensor)
        for (name, value) in trace.sorted(by: { $0.key < $1.key }) {
          let maps = value.rank == 4 ? value[slice: 0].channelsLast() : value.reshaped(-1)
          expectAgreement(maps, first[name].tensor, name)
        }
        let gradients = first["gradients"]
        expectAgreement(inputGradient[slice: 0].channelsLast(), gradients["x"].tensor, "x")
        expectAgreement(
          network.conv1.weightGradient.channelsLast(), gradients["F1"].tensor, "F1")
        expectAgreement(
          network.conv2.weightGradient.channelsLast(), gradients["F2"].tensor, "F2")
        expectAgreement(
          network.first.weightGradient.transposed(), gradients["W1"].tensor, "W1")
        expectAgreement(network.first.biasGradient, gradients["b1"].tensor, "b1")
        expectAgreement(
          network.second.weightGradient.transposed(), gradients["W2"].tensor, "W2")
        expectAgreement(network.second.biasGradient, gradients["b2"].tensor, "b2")
      }
      network.step(learningRate)
    }
    let final = expected["final"]
    expectAgreement(network.conv1.weight.channelsLast(), final["F1"].tensor, relative: 1e-9)
    expectAgreement(network.conv2.weight.channelsLast(), final["F2"].tensor, relative: 1e-9)
    expectAgreement(network.first.weight.transposed(), final["W1"].tensor, relative: 1e-9)
    expectAgreement(network.first.bias, final["b1"].tensor, relative: 1e-9)
    expectAgreement(network.second.weight.transposed(), final["W2"].tensor, relative: 1e-9)
    expectAgreement(network.second.bias, final["b2"].tensor, relative: 1e-9)
    let predictions = (0..<6).map { sample in
      var trace: [String: Tensor<Double>] = [:]
      let logits = network.forward(Tensor(stacking: [X[slice: sample].channelsFirst()]), &trace)
      return logits.argmax(axis: 1)[0]
    }
    #expect(predictions == expected["final_predictions"].integers)
  }

  private func expectStatistics(_ tensor: Tensor<Double>, _ expected: Fixture) {
    #expect(tensor.shape == expected["shape"].integers)
    expectClose(tensor.sum(), expected["sum"].number, relative: 1e-11)
    expectClose((tensor * tensor).sum(), expected["sum_of_squares"].number)
    expectClose(tensor.scalars[0], expected["first"].number)
    expectClose(tensor.scalars[tensor.count - 1], expected["last"].number)
    expectClose(tensor.min(), expected["min"].number)
    expectClose(tensor.max(), expected["max"].number)
  }
}

/// The cross-entropy of logits `[1, K]`, its gradient p − onehot, and whether the guess is right.
private func crossEntropy(
  _ logits: Tensor<Double>, _ label: Int
) -> (loss: Double, delta: Tensor<Double>, isRight: Bool) {
  var delta = softmax(logits)
  delta[0, label] -= 1
  return (-logSoftmax(logits)[0, label], delta, logits.argmax(axis: 1)[0] == label)
}

extension Dense<Double> {
  fileprivate mutating func step(_ learningRate: Double) {
    weight -= learningRate * weightGradient
    bias -= learningRate * biasGradient
  }
}

private struct Network {
  var conv1: Conv2D<Double>
  var conv2: Conv2D<Double>
  var first: Dense<Double>
  var second: Dense<Double>
  private var relu1 = ReLU()
  private var relu2 = ReLU()
  private var relu3 = ReLU()
  private var norm1 = Normalization(.standard)
  private var norm2 = Normalization(.standard)
  private var pool1 = MaxPool2D(size: 2)
  private var pool2 = MaxPool2D(size: 2)

  init(using random: inout NumPyRandom) {
    conv1 = Conv2D(weight: (random.randn(4, 3, 3, 3) / 9).channelsFirst(), usesBias: false)
    conv2 = Conv2D(weight: (random.randn(6, 3, 3, 4) / 9).channelsFirst(), usesBias: false)
    first = Dense(weight: (random.randn(24, 16) / 24).transposed())
    second = Dense(weight: (random.randn(16, 10) / 16).transposed())
  }

  mutating func forward(
    _ input: Tensor<Double>, _ trace: inout [String: Tensor<Double>]
  ) -> Tensor<Double> {
    var x = input
    func step(_ name: String, _ output: Tensor<Double>) {
      trace[name] = output
      x = output
    }
    step("conv1", conv1.forward(x))
    step("relu1", relu1.forward(x))
    step("norm1", norm1.forward(x))
    step("pool1", pool1.forward(x))
    step("conv2", conv2.forward(x))
    step("relu2", relu2.forward(x))
    step("norm2", norm2.forward(x))
    step("pool2", pool2.forward(x))
    step("fc1", first.forward(x.channelsLast().reshaped(1, -1)))
    step("relu3", relu3.forward(x))
    step("logits", second.forward(x))
    return x
  }

  mutating func backward(_ delta: Tensor<Double>) -> Tensor<Double> {
    let flat = first.backward(relu3.backward(second.backward(delta)))
    var g = flat.reshaped(1, 2, 2, 6).channelsFirst()
    g = conv2.backward(relu2.backward(norm2.backward(pool2.backward(g))))
    return conv1.backward(relu1.backward(norm1.backward(pool1.backward(g))))
  }

  mutating func step(_ learningRate: Double) {
    conv1.weight -= learningRate * conv1.weightGradient
    conv2.weight -= learningRate * conv2.weightGradient
    first.step(learningRate)
    second.step(learningRate)
  }
}
