import CNNCore
import Testing

@Suite("What every layer tells of itself") struct LayerProtocolTests {
  @Test func shapesAndParameters() {
    var random = NumPyRandom(seed: 3)
    let convolution = Conv2D(weight: random.randn(4, 3, 3, 2), stride: 2, padding: 1)
    check(convolution, sample: [3, 6, 5], parameters: ["weight", "bias"])
    check(Dense(weight: random.randn(2, 7)), sample: [7], parameters: ["weight", "bias"])
    check(MaxPool2D<Double>(size: 3, stride: 2), sample: [2, 7, 5], parameters: [])
    check(Flatten<Double>(), sample: [2, 3, 4], parameters: [])
    check(ReLU<Double>(), sample: [2, 3], parameters: [])
    check(Sigmoid<Double>(), sample: [5], parameters: [])
    check(AveragePool2D<Double>(size: [2, 3]), sample: [2, 7, 5], parameters: [])
    check(
      Conv2D(weight: random.randn(2, 3, 3, 3), usesBias: false, padding: .same),
      sample: [3, 4, 5], parameters: ["weight"])
    check(Dense(weight: random.randn(2, 7), usesBias: false), sample: [7], parameters: ["weight"])
    check(Identity<Double>(), sample: [2, 3], parameters: [])
    check(LeakyReLU<Double>(slope: 0.2), sample: [2, 3], parameters: [])
    check(Tanh<Double>(), sample: [2, 3], parameters: [])
    check(Softmax<Double>(), sample: [4], parameters: [])
    check(LogSoftmax<Double>(), sample: [4], parameters: [])
    check(Normalization<Double>(.minMax), sample: [3, 4, 4], parameters: [])
    check(Dropout<Double>(rate: 0, seed: 1), sample: [3, 4], parameters: [])
  }

  @Test func parametersAreChangedInPlace() {
    var dense = Dense<Double>(weight: [[1, 2]])
    dense.visitParameters { _, value, _ in value += 1 }
    #expect(dense.weight == [[2, 3]])
    #expect(dense.bias == [1])
  }

  private func check<L: Layer<Double>>(_ layer: L, sample: [Int], parameters: [String]) {
    var layer = layer
    var random = NumPyRandom(seed: 4)
    let input = random.normal(shape: [2] + sample)
    let predicted = layer.predict(input)
    let output = layer.forward(input)
    #expect(predicted == output, "\(L.self)")
    #expect([2] + layer.outputShape(forSample: sample) == output.shape, "\(L.self)")
    var visited: [String] = []
    layer.visitParameters { name, value, gradient in
      visited.append(name)
      #expect(value.shape == gradient.shape, "\(L.self).\(name)")
    }
    #expect(visited == parameters, "\(L.self)")
  }
}
