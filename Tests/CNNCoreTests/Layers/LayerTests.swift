import CNNCore
import Testing

@Suite struct LayerTests {
  @Test(arguments: [(1, 0), (2, 1), (3, 0)]) func convolution(stride: Int, padding: Int) {
    var random = NumPyRandom(seed: 4)
    let x = random.randn(2, 3, 5, 6)
    let weight = random.randn(4, 3, 3, 2)
    let bias = random.randn(4)
    func layer(_ w: Tensor<Double>, _ b: Tensor<Double>) -> Conv2D<Double> {
      Conv2D(weight: w, bias: b, stride: stride, padding: padding)
    }
    var conv = layer(weight, bias)
    let output = conv.forward(x)
    for n in 0..<2 {
      for o in 0..<4 {
        let channels = (0..<3).map { c in
          convolve(
            x[slice: n][slice: c], with: weight[slice: o][slice: c], stride: stride,
            padding: padding)
        }
        expectClose(
          output[slice: n][slice: o], channels[0] + channels[1] + channels[2] + bias[o],
          absolute: 1e-14)
      }
    }
    let g = random.normal(shape: output.shape)
    let inputGradient = conv.backward(g)
    expectGradient(inputGradient, of: { loss(layer(weight, bias), $0, g) }, at: x, "input")
    expectGradient(
      conv.weightGradient, of: { loss(layer($0, bias), x, g) }, at: weight, "weight")
    expectGradient(conv.biasGradient, of: { loss(layer(weight, $0), x, g) }, at: bias, "bias")
  }

  @Test func convolutionOfOneImageIsThatOfMatrices() {
    var random = NumPyRandom(seed: 9)
    let x = random.randn(6, 6)
    let k = random.randn(3, 3)
    var conv = Conv2D(weight: k.reshaped(1, 1, 3, 3), bias: [0.25], stride: 2, padding: 1)
    let output = conv.forward(x.reshaped(1, 1, 6, 6))
    let expected = convolve(x, with: k, bias: 0.25, stride: 2, padding: 1)
    #expect(output.reshaped(expected.shape) == expected)
    let g = random.normal(shape: expected.shape)
    let gradients = convolutionGradients(
      input: x, kernel: k, outputGradient: g, stride: 2, padding: 1)
    #expect(conv.backward(g.reshaped(output.shape)).reshaped(6, 6) == gradients.input)
    #expect(conv.weightGradient.reshaped(3, 3) == gradients.kernel)
    #expect(conv.biasGradient.item == gradients.bias)
  }

  @Test(arguments: [(2, 2), (3, 1)]) func pooling(size: Int, stride: Int) {
    var random = NumPyRandom(seed: 6)
    let x = random.randn(2, 3, 5, 6)
    var pool = MaxPool2D(size: size, stride: stride)
    let output = pool.forward(x)
    let single = maxPool(x[slice: 1][slice: 2], size: size, stride: stride).output
    #expect(output[slice: 1][slice: 2] == single)
    let g = random.normal(shape: output.shape)
    expectGradient(
      pool.backward(g), of: { loss(MaxPool2D(size: size, stride: stride), $0, g) }, at: x)
  }

  @Test func dense() {
    var random = NumPyRandom(seed: 7)
    let x = random.randn(3, 4)
    let weight = random.randn(2, 4)
    let bias = random.randn(2)
    var layer = Dense(weight: weight, bias: bias)
    #expect(layer.forward(x) == matmul(x, weight.transposed()) + bias)
    let g = random.randn(3, 2)
    let inputGradient = layer.backward(g)
    expectGradient(inputGradient, of: { loss(Dense(weight: weight, bias: bias), $0, g) }, at: x)
    expectGradient(
      layer.weightGradient, of: { loss(Dense(weight: $0, bias: bias), x, g) }, at: weight)
    expectGradient(
      layer.biasGradient, of: { loss(Dense(weight: weight, bias: $0), x, g) }, at: bias)
  }

  @Test func activations() {
    var random = NumPyRandom(seed: 2)
    let x = random.randn(2, 3, 2, 2)
    let g = random.randn(2, 3, 2, 2)
    var rectifier = ReLU()
    #expect(rectifier.forward(x) == relu(x))
    expectGradient(rectifier.backward(g), of: { loss(ReLU(), $0, g) }, at: x)
    var logistic = Sigmoid()
    #expect(logistic.forward(x) == sigmoid(x))
    expectGradient(logistic.backward(g), of: { loss(Sigmoid(), $0, g) }, at: x)
  }

  @Test func flattening() {
    let x = Tensor.arange(12).reshaped(2, 3, 2, 1)
    var flatten = Flatten()
    #expect(flatten.forward(x) == x.reshaped(2, 6))
    #expect(flatten.backward(x.reshaped(2, 6)) == x)
  }

  /// The 6×6 network learns to tell a square from noise, in single precision.
  @Test func aNetworkOfLayersLearns() {
    var random = NumPyRandom(seed: 11)
    var conv = Conv2D(weight: Tensor<Float>(0.3 * random.randn(2, 1, 3, 3)))
    var rectifier = ReLU<Float>()
    var pool = MaxPool2D<Float>(size: 2)
    var flatten = Flatten<Float>()
    var dense = Dense(weight: Tensor<Float>(0.3 * random.randn(1, 8)))
    func forward(_ x: Tensor<Float>) -> Float {
      let pooled = pool.forward(rectifier.forward(conv.forward(x)))
      return dense.forward(flatten.forward(pooled)).item
    }
    func sample() -> (x: Tensor<Float>, y: Float) {
      let isSquare = random.randint(2) == 1
      let image: Tensor<Double> =
        isSquare
        ? .square(size: 6, side: 3, using: &random) : .uniformNoise(size: 6, using: &random)
      return (Tensor<Float>(image).reshaped(1, 1, 6, 6), isSquare ? 1 : 0)
    }
    for _ in 0..<400 {
      let (x, y) = sample()
      let delta = binaryCrossEntropyDerivative(logit: forward(x), target: y)
      let pooledGradient = flatten.backward(dense.backward(Tensor([[delta]])))
      _ = conv.backward(rectifier.backward(pool.backward(pooledGradient)))
      conv.weight -= 0.02 * conv.weightGradient
      conv.bias -= 0.02 * conv.biasGradient
      dense.weight -= 0.02 * dense.weightGradient
      dense.bias -= 0.02 * dense.biasGradient
    }
    let correct = (0..<100).count { _ in
      let (x, y) = sample()
      return (forward(x) > 0) == (y == 1)
    }
    #expect(correct >= 95)
  }
}

/// Σ g · y for the output y of a layer: the gradient of its parts is what `backward` computes.
private func loss(
  _ layer: some Layer<Double>, _ input: Tensor<Double>, _ g: Tensor<Double>
) -> Double {
  var layer = layer
  return (g * layer.forward(input)).sum()
}
