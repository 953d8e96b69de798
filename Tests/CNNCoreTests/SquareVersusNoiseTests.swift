import CNNCore
import Testing

/// The 6×6 network against NumPy: draws bit for bit, values to 1e-12 relative, since NumPy's
/// matrix product adds in another order.
@Suite struct SquareVersusNoiseTests {
  @Test("forward and backward agree with NumPy for each seed", arguments: 0..<5)
  func agreesWithNumPy(index: Int) throws {
    let fixture = try Fixture("square-vs-noise")["cases"].list[index]
    var random = NumPyRandom(seed: fixture["seed"].integer)
    #expect(Tensor.uniformNoise(size: 6, using: &random) == fixture["X0"].tensor)
    #expect(Tensor.square(size: 6, side: 3, using: &random) == fixture["X1"].tensor)
    let parameters = fixture["params"]
    let kernel = random.uniform(low: -1, high: 1, shape: [3, 3])
    #expect(kernel == parameters["kernel"].tensor)
    let bias = random.uniform()
    #expect(bias == parameters["conv_bias"].number)
    let weights = random.uniform(low: -1, high: 1, shape: [1, 4])
    #expect(weights == parameters["weights"].tensor)
    let denseBias = random.uniform()
    #expect(denseBias == parameters["fcnn_bias"].number)
    let x = Tensor.square(size: 6, side: 3, using: &random)
    #expect(x == fixture["X"].tensor)

    let forward = fixture["forward"]
    let z1 = convolve(x, with: kernel, bias: bias)
    #expect(deviation(z1, forward["z1"].tensor) < 1e-12)
    let pooling = maxPool(relu(z1), size: 2)
    #expect(deviation(relu(z1), forward["a1"].tensor) < 1e-12)
    #expect(deviation(pooling.output, forward["a2"].tensor) < 1e-12)
    #expect(
      pooling.positions.map { [$0.row, $0.column] } == forward["pool_indices"].list.map(\.integers))
    let a3 = pooling.output.asColumn()
    let z4 = matmul(weights, a3).item + denseBias
    #expect(abs(z4 - forward["z4"].number) <= 1e-12 * abs(z4))
    let a4 = sigmoid(z4)
    #expect(abs(a4 - forward["a4"].number) <= 1e-12 * a4)
    let loss = binaryCrossEntropy(logit: z4, target: 1)
    #expect(abs(loss - forward["loss_ln"].number) <= 1e-12 * loss)

    let backward = fixture["backward"]
    let delta = binaryCrossEntropyDerivative(logit: z4, target: 1)
    #expect(abs(delta - backward["delta"].number) <= 1e-12 * abs(delta))
    #expect(deviation(delta * a3.transposed(), backward["dL_dw"].tensor) < 1e-12)
    let toPool = (delta * weights).reshaped(2, 2)
    let toConvolution = pooling.backward(toPool) * reluDerivative(z1)
    #expect(deviation(toConvolution, backward["dL_dz1"].tensor) < 1e-12)
    let gradients = convolutionGradients(input: x, kernel: kernel, outputGradient: toConvolution)
    #expect(deviation(gradients.kernel, backward["dL_dK"].tensor) < 1e-12)
    #expect(deviation(gradients.input, backward["dL_dX"].tensor) < 1e-12)
    let biasGradient = backward["dL_dbconv"].number
    #expect(abs(gradients.bias - biasGradient) <= 1e-12 * abs(biasGradient))
  }

  @Test func convolutionOfEveryStrideAndOfRectangles() throws {
    let helpers = try Fixture("square-vs-noise")["helpers"]
    for row in helpers["conv"].list {
      let result = convolve(
        helpers["A"].tensor, with: helpers["K"].tensor, bias: row["bias"].number,
        stride: row["stride"].integer)
      #expect(deviation(result, row["correct"].tensor) < 1e-12)
    }
    let rectangle = convolve(helpers["R"].tensor, with: helpers["K23"].tensor)
    #expect(deviation(rectangle, helpers["conv_rect"].tensor) < 1e-12)
  }

  @Test func poolingOfEverySizeAndStride() throws {
    let helpers = try Fixture("square-vs-noise")["helpers"]
    for row in helpers["maxpool"].list {
      let pooling = maxPool(
        helpers["A"].tensor, size: row["ndim"].integer, stride: row["stride"].integer)
      #expect(pooling.output == row["correct"].tensor)
      #expect(
        pooling.positions.map { [$0.row, $0.column] } == row["correct_indices"].list.map(\.integers)
      )
    }
  }

  @Test func gaussianSpots() throws {
    for row in try Fixture("square-vs-noise")["helpers"]["gaussian"].list {
      let center = row["center"].numbers
      let spot = Tensor.gaussian(
        size: row["ndim"].integer, center: (row: center[1], column: center[0]),
        sigma: row["sigma"].number)
      #expect(deviation(spot, row["out"].tensor) < 1e-12)
    }
  }
}
