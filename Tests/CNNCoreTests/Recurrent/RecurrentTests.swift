import CNNCore
import Testing

@Suite("Recurrent layers") struct RecurrentTests {
  @Test("the lecture's network with every gradient", arguments: 0..<4)
  func simple(index: Int) {
    let expected = Fixture.lecture["rnn"][index]
    let parameters = expected["params"]
    let x = expected["x_time_batch_feature"].tensor.transposed(axes: [1, 0, 2])
    let targets = expected["targets"].tensor
    let readsLast = expected["loss"].text.contains("last")
    var layer = SimpleRNN(
      inputWeight: parameters["U"].tensor, recurrentWeight: parameters["W"].tensor,
      bias: parameters["b"].tensor,
      activation: expected["activation"].text == "relu" ? .relu : .tanh,
      initialState: parameters["h0"].tensor)
    let states = layer.forward(x)
    expectClose(states.transposed(axes: [1, 0, 2]), expected["h"].tensor, relative: 1e-12, "h")
    var output = Dense(weight: parameters["V"].tensor, bias: parameters["c"].tensor)
    let (samples, times, units) = (states.shape[0], states.shape[1], states.shape[2])
    let y = output.forward(states.reshaped(samples * times, units))
    let target =
      targets.rank == 3
      ? targets.transposed(axes: [1, 0, 2]) : Tensor.zeros(samples, times, y.shape[1])
    var forOutput = y.reshaped(samples, times, y.shape[1]) - target
    if readsLast {
      let last = targets.rank == 3 ? targets[slice: times - 1] : targets
      for sample in 0..<samples {
        for time in 0..<times {
          for k in 0..<y.shape[1] {
            let difference = y[sample * times + time, k] - last[sample, k]
            forOutput[indices: [sample, time, k]] =
              time == times - 1 ? 2 * difference / Double(last.count) : 0
          }
        }
      }
    }
    let forStates = output.backward(forOutput.reshaped(samples * times, y.shape[1]))
    let forInput = layer.backward(forStates.reshaped(samples, times, units))
    let gradients = expected["gradients"]
    // Sums over time and samples in another order than NumPy's.
    expectClose(layer.inputWeightGradient, gradients["U"].tensor, relative: 1e-10, "U")
    expectClose(layer.recurrentWeightGradient, gradients["W"].tensor, relative: 1e-10, "W")
    expectClose(layer.biasGradient, gradients["b"].tensor, relative: 1e-10, "b")
    expectClose(output.weightGradient, gradients["V"].tensor, relative: 1e-10, "V")
    expectClose(output.biasGradient, gradients["c"].tensor, relative: 1e-10, "c")
    if let forInitial = layer.initialStateGradient {
      expectClose(forInitial, gradients["h0"].tensor, relative: 1e-10, "h0")
    }
    expectClose(
      forInput.transposed(axes: [1, 0, 2]), expected["dL_dx"].tensor, relative: 1e-10, "x")
  }

  @Test("gates", arguments: ["LSTM", "GRU", "GRU_reset_before"]) func gated(name: String) {
    let expected = Fixture.lecture["gated"][name]
    let parameters = expected["params"]
    let weights = GatedWeights(
      input: parameters["W_ih"].tensor, recurrent: parameters["W_hh"].tensor,
      inputBias: parameters["b_ih"].tensor, recurrentBias: parameters["b_hh"].tensor)
    let x = expected["x_time_batch_feature"].tensor.transposed(axes: [1, 0, 2])
    let target = expected["targets"].tensor.transposed(axes: [1, 0, 2])
    let gradients = expected["gradients"]
    func check(
      _ states: Tensor<Double>, _ forInput: Tensor<Double>, _ found: GatedWeights<Double>,
      _ forInitial: Tensor<Double>?
    ) {
      expectClose(states.transposed(axes: [1, 0, 2]), expected["h"].tensor, relative: 1e-12, "h")
      expectClose(found.input, gradients["W_ih"].tensor, relative: 1e-10, "W_ih")
      expectClose(found.recurrent, gradients["W_hh"].tensor, relative: 1e-10, "W_hh")
      expectClose(found.inputBias, gradients["b_ih"].tensor, relative: 1e-10, "b_ih")
      expectClose(found.recurrentBias, gradients["b_hh"].tensor, relative: 1e-10, "b_hh")
      expectClose(forInitial ?? Tensor(0), gradients["h0"].tensor, relative: 1e-10, "h0")
      expectClose(
        forInput.transposed(axes: [1, 0, 2]), expected["dL_dx"].tensor, relative: 1e-10, "x")
    }
    if name == "LSTM" {
      var layer = LSTM(
        weights: weights, initialState: parameters["h0"].tensor,
        initialCell: parameters["c0"].tensor)
      let states = layer.forward(x)
      let forInput = layer.backward(states - target)
      check(states, forInput, layer.weightGradients, layer.initialStateGradient)
      expectClose(
        layer.initialCellGradient ?? Tensor(0), gradients["c0"].tensor, relative: 1e-10, "c0")
    } else {
      var layer = GRU(
        weights: weights, resetsAfterProduct: name == "GRU",
        initialState: parameters["h0"].tensor)
      let states = layer.forward(x)
      let forInput = layer.backward(states - target)
      check(states, forInput, layer.weightGradients, layer.initialStateGradient)
    }
  }

  @Test("gradients over shapes", arguments: [(1, 1, 1, 1), (2, 3, 2, 4), (3, 5, 4, 2)])
  func gradientChecks(samples: Int, times: Int, features: Int, units: Int) {
    var random = NumPyRandom(seed: samples + times)
    let x = random.randn(samples, times, features)
    func weights(_ gates: Int) -> GatedWeights<Double> {
      GatedWeights(
        input: random.randn(gates * units, features), recurrent: random.randn(gates * units, units),
        inputBias: random.randn(gates * units), recurrentBias: random.randn(gates * units))
    }
    func check<L: Layer<Double>>(_ layer: L) {
      let check = GradientCheck(layer, input: x, using: &random)
      #expect(check.passes, "\(L.self): \(check)")
    }
    for returnsSequence in [true, false] {
      check(
        SimpleRNN(
          inputWeight: random.randn(units, features), recurrentWeight: random.randn(units, units),
          bias: random.randn(units), returnsSequence: returnsSequence))
      check(LSTM(weights: weights(4), returnsSequence: returnsSequence))
      for resetsAfter in [true, false] {
        check(
          GRU(
            weights: weights(3), resetsAfterProduct: resetsAfter,
            returnsSequence: returnsSequence))
      }
    }
  }

  @Test("a gradient vanishes or explodes with the size of the weight", arguments: 0..<5)
  func vanishing(index: Int) {
    let expected = Fixture.lecture["vanishing"][index]
    let scale = expected["scale_of_orthogonal_W"].number
    let turned = Tensor([[0, scale], [-scale, 0]])
    var layer = SimpleRNN(
      inputWeight: Tensor.zeros(2, 1), recurrentWeight: turned, activation: .identity,
      returnsSequence: false, initialState: [[1, 0]])
    _ = layer.forward(Tensor.zeros(1, 30, 1))
    _ = layer.backward([[1, 0]])
    let norm = layer.initialStateGradient?.norm() ?? 0
    expectClose(norm, expected["formula_scale_pow_30"].number, relative: 1e-12)
  }

  @Test("truncation keeps the gradient of the last steps alone") func truncation() {
    var random = NumPyRandom(seed: 8)
    let (u, w) = (random.randn(2, 1), random.randn(2, 2))
    let x = random.randn(1, 4, 1)
    var cut = SimpleRNN(
      inputWeight: u, recurrentWeight: w, returnsSequence: false, truncation: 2)
    _ = cut.forward(x)
    let forInput = cut.backward([[1, 1]])
    #expect(forInput[indices: [0, 0, 0]] == 0 && forInput[indices: [0, 1, 0]] == 0)
    #expect(forInput[indices: [0, 2, 0]] != 0)
  }

  @Test("learns to add a sequence up") func learns() {
    var random = NumPyRandom(seed: 4)
    let x = random.uniform(low: -0.2, high: 0.2, shape: [64, 5, 1])
    let targets = x.reshaped(64, 5).sum(axis: 1).reshaped(64, 1)
    let rnn = SimpleRNN(
      inputWeight: 0.5 * random.randn(4, 1), recurrentWeight: 0.3 * random.randn(4, 4),
      returnsSequence: false)
    var network = Sequential<Double>(
      inputShape: [5, 1], layers: [rnn, Dense(weight: 0.5 * random.randn(1, 4))])
    var optimizer: any Optimizer<Double> = Adam(learningRate: 0.02)
    let history = network.fit(
      x, targets: targets, epochs: 30, batchSize: 16, loss: MeanSquaredError(),
      optimizer: &optimizer, using: &random)
    #expect(history.losses[29] < 0.05 * history.losses[0], "\(history.losses)")
  }

  @Test("are made by a network", arguments: [true, false]) func specified(sequence: Bool) {
    var random = NumPyRandom(seed: 2)
    let layers: [LayerSpecification] = [
      .simpleRNN(3, returnsSequence: sequence), .lstm(3, returnsSequence: sequence),
      .gru(3, returnsSequence: sequence),
    ]
    for layer in layers {
      let network = Sequential<Double>(inputShape: [4, 2], [layer], using: &random)
      #expect(network.predict(random.randn(5, 4, 2)).shape == (sequence ? [5, 4, 3] : [5, 3]))
      let gates = ["SimpleRNN": 1, "LSTM": 4, "GRU": 3][network.layerSummaries[0].name] ?? 0
      let biases = gates == 1 ? 3 : 2 * 3 * gates
      #expect(network.parameterCount == gates * 3 * (2 + 3) + biases)
    }
  }

  @Test func messages() async {
    let features = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = SimpleRNN(inputWeight: Tensor.zeros(2, 3), recurrentWeight: Tensor.zeros(2, 2))
      _ = layer.forward(Tensor.zeros(1, 4, 2))
    }
    #expect(
      fatalMessage(features)
        == "SimpleRNN: the weight takes 3 features, the input of shape [1, 4, 2] has 2")
    let gates = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      _ = GRU(
        weights: GatedWeights(input: Tensor.zeros(8, 3), recurrent: Tensor.zeros(8, 2)))
    }
    #expect(
      fatalMessage(gates)
        == "GRU: weights of shapes [8, 3] and [8, 2] and biases of shapes [8] and [8] do not fit "
        + "[3H, F], [3H, H] and [3H]")
    let simple = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = SimpleRNN(inputWeight: Tensor.zeros(2, 3), recurrentWeight: Tensor.zeros(2, 2))
      layer.inputWeight = Tensor.zeros(3, 2)
    }
    #expect(
      fatalMessage(simple)
        == "SimpleRNN: weights of shapes [3, 2] and [2, 2] and a bias of shape [2] do not fit [H, F], "
        + "[H, H] and [H]")
    let gate = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      var layer = LSTM(
        weights: GatedWeights(input: Tensor.zeros(8, 3), recurrent: Tensor.zeros(8, 2)))
      layer.weights.inputBias = Tensor.zeros(2)
    }
    #expect(
      fatalMessage(gate)
        == "LSTM: weights of shapes [8, 3] and [8, 2] and biases of shapes [2] and [8] do not fit "
        + "[4H, F], [4H, H] and [4H]")
  }
}
