import CNNCore
import Testing

/// The network that tells a rectangle from a cross, step by step as a notebook writes it, against
/// NumPy.
@Suite struct RectangleVersusCrossTests {
  static let variants = [
    Variant(key: "stride1_code", poolStride: 1),
    Variant(key: "stride1_code_no_conv_bias", convBias: 0, poolStride: 1),
    Variant(key: "stride2_floor_1x1", poolStride: 2),
    Variant(key: "stride2_ceil_2x2", poolStride: 2, ceilMode: true),
    Variant(key: "stride2_conv_padding1_2x2", padding: 1, poolStride: 2),
  ]

  @Test(arguments: 0..<8, variants) func everyIntermediateValue(index: Int, variant: Variant) {
    let fixture = Fixture.rectangleVersusCross["cases"][index]
    var random = NumPyRandom(seed: fixture["seed"].integer)
    var parameters = Parameters(using: &random)
    #expect(parameters.kernel == fixture["conv_kernel"].tensor)
    #expect(parameters.weights == fixture["weights_fc"].tensor)
    let (image, label) = drawImage(rectangle: fixture["rectangle"].text, using: &random)
    #expect(image == fixture["img"].tensor)
    #expect(label == fixture["label"].number)

    parameters.convBias = variant.convBias
    let expected = fixture[variant.key]
    let forward = expected["forward"]
    if forward["input_fc"].array.count == 1 { parameters.weights = Tensor([parameters.weights[0]]) }
    let pass = Pass(image, label, parameters, variant)
    expectAgreement(pass.z1, forward["z_conv"].tensor, "z_conv")
    expectAgreement(relu(pass.z1), forward["a_conv"].tensor, "a_conv")
    expectAgreement(pass.pooled.output, forward["pooled"].tensor, "pooled")
    #expect(pass.pooled.positionMatrix == forward["pool_indices"].tensor)
    expectAgreement(pass.inputs, forward["input_fc"].tensor, "input_fc")
    expectClose(pass.z2, forward["z"].number)
    expectClose(sigmoid(pass.z2), forward["F"].number)
    expectClose(
      binaryCrossEntropy(logit: pass.z2, target: label), forward["loss"].number, relative: 1e-11)

    let backward = expected["backward"]
    // F − y cancels where F is near 1: of 1 − F, 1e-11 is left.
    let tolerance = 1e-11
    expectClose(pass.delta, backward["delta"].number, relative: tolerance)
    expectAgreement(pass.dL_dw, backward["dL_dw"].tensor, relative: tolerance)
    expectClose(pass.delta, backward["dL_db_fc"].number, relative: tolerance)
    expectAgreement(pass.dL_dinput, backward["dL_dinput_fc"].tensor, relative: tolerance)
    expectAgreement(pass.dP, backward["dP_accumulated"].tensor, relative: tolerance)
    expectAgreement(pass.dZ, backward["dZ"].tensor, relative: tolerance)
    let gradients = convolutionGradients(
      input: image, kernel: parameters.kernel, outputGradient: pass.dZ, padding: variant.padding)
    expectAgreement(gradients.kernel, backward["dL_dK"].tensor, relative: tolerance)
    expectClose(gradients.bias, backward["dL_dbconv"].number, relative: tolerance)
    expectAgreement(gradients.input, backward["dL_dX"].tensor, relative: tolerance)

    parameters.step(pass, image, variant, learningRate: 0.01)
    let updated = expected["updated_lr_0.01"]
    expectAgreement(parameters.kernel, updated["conv_kernel"].tensor)
    // What began as 0 is the gradient alone.
    expectClose(parameters.convBias, updated["conv_bias"].number, relative: tolerance)
    expectAgreement(parameters.weights, updated["weights_fc"].tensor)
    expectClose(parameters.bias, updated["bias_fc"].number, relative: tolerance)
  }

  @Test(arguments: 0..<8) func twoHundredTrainingSteps(index: Int) {
    let fixture = Fixture.rectangleVersusCross["cases"][index]
    let expected = fixture["train_200_lr_0.05_stride1"]
    var random = NumPyRandom(seed: fixture["seed"].integer)
    var parameters = Parameters(using: &random)
    // The crosses of these seeds leave open which rectangle is meant later on.
    let rectangle = fixture["rectangle"].text
    _ = drawImage(rectangle: rectangle, using: &random)
    let variant = Self.variants[0]
    for step in 0..<200 {
      let (image, label) = drawImage(rectangle: rectangle, using: &random)
      #expect(label == expected["labels"][step].number)
      let pass = Pass(image, label, parameters, variant)
      // Rounding differences grow from step to step.
      expectClose(
        binaryCrossEntropy(logit: pass.z2, target: label),
        expected["loss_before_update"][step].number, relative: 1e-9)
      parameters.step(pass, image, variant, learningRate: 0.05)
    }
    let final = expected["final_params"]
    expectAgreement(parameters.kernel, final["conv_kernel"].tensor, relative: 1e-10)
    expectAgreement(parameters.weights, final["weights_fc"].tensor, relative: 1e-10)
    expectClose(parameters.convBias, final["conv_bias"].number, relative: 1e-10)
    expectClose(parameters.bias, final["bias_fc"].number, relative: 1e-10)
    var correct = 0
    for draw in 0..<100 {
      let (image, label) = drawImage(rectangle: rectangle, using: &random)
      let F = sigmoid(Pass(image, label, parameters, variant).z2)
      expectClose(F, expected["test_F"][draw].number, relative: 1e-9)
      if (F > 0.5) == (label == 1) { correct += 1 }
    }
    #expect(correct == expected["test_correct_of_100"].integer)
  }
}

struct Variant: CustomTestStringConvertible, Sendable {
  var key: String
  var padding = 0
  var convBias = 1.0
  var poolStride: Int
  var ceilMode = false

  var testDescription: String { key }
}

private let crossPlaces = [
  [2, 0], [2, 1], [2, 2], [2, 3], [2, 4], [0, 2], [1, 2], [2, 2], [3, 2], [4, 2],
]
private let rectanglePlaces = [
  [1, 0], [1, 1], [1, 2], [1, 3], [1, 4], [2, 4], [3, 4], [3, 3], [3, 2], [3, 1],
]

/// A cross (label 0) or a rectangle (label 1), each of whose places is drawn from [0, 1); the
/// cross's middle is drawn twice.
private func drawImage(
  rectangle: String, using random: inout NumPyRandom
) -> (image: Tensor<Double>, label: Double) {
  let label = random.randint(low: 1, high: 3) - 1
  let closing = rectangle == "printed10" ? [] : [[3, 0], [2, 0]]
  var image = Tensor.zeros(5, 5)
  for place in label == 0 ? crossPlaces : rectanglePlaces + closing {
    image[place[0], place[1]] = random.uniform(low: 0, high: 1)
  }
  return (image, Double(label))
}

private struct Parameters {
  var kernel: Tensor<Double>
  var convBias = 1.0
  var weights: Tensor<Double>
  var bias = 0.0

  init(using random: inout NumPyRandom) {
    kernel = random.uniform(low: 0, high: 1, shape: [3, 3])
    weights = random.uniform(low: 0, high: 1, shape: [4])
  }

  mutating func step(
    _ pass: Pass, _ image: Tensor<Double>, _ variant: Variant, learningRate: Double
  ) {
    let gradients = convolutionGradients(
      input: image, kernel: kernel, outputGradient: pass.dZ, padding: variant.padding)
    kernel -= learningRate * gradients.kernel
    convBias -= learningRate * gradients.bias
    weights -= learningRate * pass.dL_dw
    bias -= learningRate * pass.delta
  }
}

private struct Pass {
  let z1: Tensor<Double>
  let pooled: MaxPooling<Double>
  let inputs: Tensor<Double>
  let z2: Double
  let delta: Double
  let dL_dw: Tensor<Double>
  let dL_dinput: Tensor<Double>
  let dP: Tensor<Double>
  let dZ: Tensor<Double>

  init(
    _ image: Tensor<Double>, _ label: Double, _ parameters: Parameters, _ variant: Variant
  ) {
    z1 = convolve(
      image, with: parameters.kernel, bias: parameters.convBias, padding: variant.padding)
    pooled = maxPool(
      relu(z1), size: 2, stride: variant.poolStride, ceilMode: variant.ceilMode)
    inputs = pooled.output.flattened()
    z2 = matmul(inputs, parameters.weights).item + parameters.bias
    delta = binaryCrossEntropyDerivative(logit: z2, target: label)
    dL_dw = delta * inputs
    dL_dinput = delta * parameters.weights
    dP = pooled.backward(dL_dinput.reshaped(pooled.output.shape))
    dZ = dP * reluDerivative(z1)
  }
}
