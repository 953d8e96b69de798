import CNNCore
import Testing

/// The 6×6 network step by step, as a notebook writes it, against NumPy.
@Suite struct WorkedExampleTests {
  @Test(arguments: 0..<5, ["example_class1_X", "example_class0_X0", "example_class1_X1"])
  func everyIntermediateValue(index: Int, example: String) {
    let fixture = Fixture.squareVersusNoise["cases"][index]
    let (parameters, X) = draws(fixture, example)
    #expect(X == fixture[example]["X"].tensor)
    let y = fixture[example]["y"].number
    let forward = fixture[example]["forward"]
    let backward = fixture[example]["backward"]

    let pass = Pass(X, y, parameters)
    expectClose(pass.z1, forward["z1"].tensor, "z1")
    expectClose(relu(pass.z1), forward["a1"].tensor, "a1")
    expectClose(pass.pooled.output, forward["a2"].tensor, "a2")
    #expect(pass.pooled.positionMatrix == forward["pool_indices"].tensor)
    expectClose(pass.a3, forward["a3"].tensor, "a3")
    expectClose(pass.z4, forward["z4"].number, "z4")
    expectClose(sigmoid(pass.z4), forward["a4"].number, "a4")
    expectClose(pass.loss, forward["loss_ln"].number, "loss")

    expectClose(
      binaryCrossEntropyDerivative(probability: sigmoid(pass.z4), target: y),
      backward["dL_da4"].number, "dL_da4")
    expectClose(pass.delta, backward["delta"].number, "delta")
    expectClose(pass.dL_dw, backward["dL_dw"].tensor, "dL_dw")
    expectClose(pass.dL_da2, backward["dL_da3_reshaped_2x2"].tensor, "dL_da2")
    expectClose(pass.dL_da1, backward["dL_da1_unpooled"].tensor, "dL_da1")
    expectClose(pass.dL_dz1, backward["dL_dz1"].tensor, "dL_dz1")
    // Sums of terms of both signs lose a digit or two.
    expectClose(pass.dL_dK, backward["dL_dK"].tensor, absolute: 1e-14, "dL_dK")
    expectClose(
      Tensor(pass.dL_dz1.sum()), backward["dL_dbconv"].tensor, absolute: 1e-15, "dL_dbconv")
    expectClose(
      fullConvolution(pass.dL_dz1, with: parameters.K), backward["dL_dX"].tensor,
      absolute: 1e-15, "dL_dX")

    var updated = parameters
    updated.step(pass, learningRate: fixture["learning_rate"].number)
    expectClose(updated.K, backward["updated"]["kernel"].tensor, "K")
    expectClose(updated.b_conv, backward["updated"]["conv_bias"].number, "b_conv")
    expectClose(updated.w, backward["updated"]["weights"].tensor, "w")
    expectClose(updated.b_fc, backward["updated"]["fcnn_bias"].number, "b_fc")
    let after = Pass(X, y, updated)
    expectClose(after.z4, fixture[example]["forward_after_update"]["z4"].number, "z4 after")
  }

  @Test(arguments: 0..<5) func aHundredTrainingSteps(index: Int) {
    let fixture = Fixture.squareVersusNoise["cases"][index]
    var (parameters, random) = draws(fixture)
    let expected = fixture["train_100_lr_0.01"]
    func sample() -> (X: Tensor<Double>, y: Double) {
      random.randint(low: 0, high: 2) == 1
        ? (.square(size: 6, side: 3, using: &random), 1)
        : (.uniformNoise(size: 6, using: &random), 0)
    }
    for step in 0..<100 {
      let (X, y) = sample()
      #expect(y == expected["y"][step].number)
      let pass = Pass(X, y, parameters)
      // Rounding differences grow from step to step.
      expectClose(pass.loss, expected["loss_ln_before_update"][step].number, relative: 1e-10)
      parameters.step(pass, learningRate: 0.01)
    }
    let final = expected["final_params"]
    expectClose(parameters.K, final["kernel"].tensor, relative: 1e-10)
    expectClose(parameters.w, final["weights"].tensor, relative: 1e-10)
    let outputs = (0..<50).map { _ -> Double in
      let (X, y) = sample()
      return sigmoid(Pass(X, y, parameters).z4)
    }
    expectClose(Tensor(outputs), expected["test_a4"].tensor, relative: 1e-10)
  }

  /// The draws of the course in their order, and the input of one of its examples.
  private func draws(
    _ fixture: Fixture, _ example: String
  ) -> (Parameters, Tensor<Double>) {
    var random = NumPyRandom(seed: fixture["seed"].integer)
    let X0 = Tensor.uniformNoise(size: 6, using: &random)
    let X1 = Tensor.square(size: 6, side: 3, using: &random)
    let parameters = Parameters(using: &random)
    #expect(parameters.K == fixture["params"]["kernel"].tensor)
    #expect(parameters.b_conv == fixture["params"]["conv_bias"].number)
    #expect(parameters.w == fixture["params"]["weights"].tensor)
    #expect(parameters.b_fc == fixture["params"]["fcnn_bias"].number)
    let X = Tensor.square(size: 6, side: 3, using: &random)
    return (parameters, ["example_class0_X0": X0, "example_class1_X1": X1][example] ?? X)
  }

  private func draws(_ fixture: Fixture) -> (Parameters, NumPyRandom) {
    var random = NumPyRandom(seed: fixture["seed"].integer)
    _ = Tensor.uniformNoise(size: 6, using: &random)
    _ = Tensor.square(size: 6, side: 3, using: &random)
    let parameters = Parameters(using: &random)
    _ = Tensor.square(size: 6, side: 3, using: &random)
    return (parameters, random)
  }
}

private struct Parameters {
  var K: Tensor<Double>
  var b_conv: Double
  var w: Tensor<Double>
  var b_fc: Double

  init(using random: inout NumPyRandom) {
    K = random.uniform(low: -1, high: 1, shape: [3, 3])
    b_conv = random.uniform()
    w = random.uniform(low: -1, high: 1, shape: [1, 4])
    b_fc = random.uniform()
  }

  mutating func step(_ pass: Pass, learningRate: Double) {
    K -= learningRate * pass.dL_dK
    b_conv -= learningRate * pass.dL_dz1.sum()
    w -= learningRate * pass.dL_dw
    b_fc -= learningRate * pass.delta
  }
}

private struct Pass {
  let z1: Tensor<Double>
  let pooled: MaxPooling<Double>
  let a3: Tensor<Double>
  let z4: Double
  let loss: Double
  let delta: Double
  let dL_dw: Tensor<Double>
  let dL_da2: Tensor<Double>
  let dL_da1: Tensor<Double>
  let dL_dz1: Tensor<Double>
  let dL_dK: Tensor<Double>

  init(_ X: Tensor<Double>, _ y: Double, _ parameters: Parameters) {
    z1 = convolve(X, with: parameters.K, bias: parameters.b_conv)
    pooled = maxPool(relu(z1), size: 2, stride: 2)
    a3 = pooled.output.asColumn()
    z4 = matmul(parameters.w, a3).item + parameters.b_fc
    loss = binaryCrossEntropy(logit: z4, target: y)
    delta = binaryCrossEntropyDerivative(logit: z4, target: y)
    dL_dw = delta * a3.transposed()
    dL_da2 = (delta * parameters.w).reshaped(2, 2)
    dL_da1 = pooled.backward(dL_da2)
    dL_dz1 = dL_da1 * reluDerivative(z1)
    dL_dK = convolve(X, with: dL_dz1)
  }
}
