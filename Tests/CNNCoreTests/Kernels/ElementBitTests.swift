import Testing

@testable import CNNCore

extension KernelTests {
  /// The formulas of an optimiser's step as CoreKernels.h states them.
  private func step<Scalar: TensorScalar>(
    _ step: OptimizerStep, _ g: Scalar, _ m: inout Scalar, _ v: inout Scalar, _ p: inout Scalar
  ) {
    let (rate, epsilon) = (Scalar(step.rate), Scalar(step.epsilon))
    let (beta1, beta2) = (Scalar(step.beta1), Scalar(step.beta2))
    let g = g + Scalar(step.decay) * p
    switch step.rule {
    case .sgd:
      p -= rate * g
    case .momentum:
      m = beta1 * m + rate * g
      p -= m
    case .rmsProp:
      v = beta2 * v + (1 - beta2) * (g * g)
      p -= rate * g / (v.squareRoot() + epsilon)
    case .adaGrad:
      v += g * g
      m = beta1 * m + rate * g / (v.squareRoot() + epsilon)
      p -= m
    case .adam:
      m = beta1 * m + (1 - beta1) * g
      v = beta2 * v + (1 - beta2) * (g * g)
      p -=
        rate * (m / Scalar(step.correction1))
        / ((v / Scalar(step.correction2)).squareRoot() + epsilon)
    }
  }

  @Test("an optimiser's step in one pass", arguments: OptimizerStep.Rule.allCases)
  func steps(rule: OptimizerStep.Rule) {
    steps(Float.self, rule)
    steps(Double.self, rule)
  }

  private func steps<Scalar: TensorScalar>(_: Scalar.Type, _ rule: OptimizerStep.Rule) {
    var random = NumPyRandom(seed: 5)
    let count = 100_003
    let g = Tensor<Scalar>(random.normal(shape: [count])).scalars
    let start = Tensor<Scalar>(random.normal(shape: [count])).scalars
    let moments = Tensor<Scalar>(random.uniform(shape: [count])).scalars
    let numbers = OptimizerStep(
      rule: rule, rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, correction1: 0.1,
      correction2: 0.001, decay: 0.01)
    var expected = (m: moments, v: moments, p: start)
    for i in 0..<count { step(numbers, g[i], &expected.m[i], &expected.v[i], &expected.p[i]) }
    for (name, result) in inEachForm({
      var (m, v, p) = (moments, moments, start)
      Kernels.take(numbers, gradient: g, first: &m, second: &v, parameter: &p)
      return [m, v, p]
    }) {
      #expect(result == [expected.m, expected.v, expected.p], "\(rule), \(name)")
    }
  }

  @Test("sums along lines and columns", arguments: [0, 1, 5, 8, 13, 128, 129, 300, 1000, 40_001])
  func sums(count: Int) {
    sums(Float.self, count)
    sums(Double.self, count)
  }

  private func sums<Scalar: TensorScalar>(_: Scalar.Type, _ count: Int) {
    var random = NumPyRandom(seed: count)
    for (outer, inner) in [(1, 1), (3, 1), (1, 5), (2, 37)] where count * outer * inner < 2_000_000
    {
      let x = Tensor<Scalar>(random.normal(shape: [outer, count, inner])).scalars
      let expected = x.withUnsafeBufferPointer { x in
        (0..<outer * inner).map { place in
          pairwiseSum(
            x, from: place / inner * count * inner + place % inner, step: inner, count: count)
        }
      }
      for (name, result) in inEachForm({
        Kernels.sums(x, outer: outer, count: count, inner: inner)
      }) {
        #expect(bits(result) == bits(expected), "\(outer) × \(count) × \(inner), \(name)")
      }
    }
  }

  @Test("pooling with padding and parted windows, by its definition", arguments: 0..<12)
  func paddedPooling(seed: Int) {
    var random = NumPyRandom(seed: seed)
    func draw(_ low: Int, _ high: Int) -> Int { random.randint(low: low, high: high + 1) }
    let size = Size2D(rows: draw(2, 4), columns: draw(2, 4))
    let stride = Size2D(rows: draw(1, 3), columns: draw(1, 3))
    let padding = draw(0, 1)
    let (ceils, counts) = (draw(0, 1) == 1, draw(0, 1) == 1)
    let shape = [draw(1, 3), draw(1, 3), draw(4, 20), draw(4, seed == 0 ? 600 : 40)]
    let x = random.normal(shape: shape)
    let (rows, columns) = (shape[2], shape[3])
    let results = inEachForm {
      var mean = AveragePool2D<Double>(
        size: size, stride: stride, padding: padding,
        ceilMode: ceils, countsPadding: counts)
      var largest = MaxPool2D<Double>(
        size: size, stride: stride, padding: padding,
        ceilMode: ceils)
      let means = mean.forward(x)
      let ones = Tensor(
        shape: means.shape, scalars: means.scalars.indices.map { 1 / Double($0 + 3) })
      return [means, mean.backward(ones), largest.forward(x), largest.backward(ones)]
    }
    for (name, result) in results {
      for (a, b) in zip(result, results[0].result) {
        #expect(bits(a.scalars) == bits(b.scalars), "\(name)")
      }
    }
    let shapeOut = results[0].result[0].shape
    var means: [Double] = []
    var largest: [Double] = []
    var gradient = [Double](repeating: 0, count: x.count)
    for plane in 0..<shape[0] * shape[1] {
      for i in 0..<shapeOut[2] {
        for j in 0..<shapeOut[3] {
          let (top, left) = (i * stride.rows - padding, j * stride.columns - padding)
          let places = (max(0, top)..<min(rows, top + size.rows)).flatMap { row in
            (max(0, left)..<min(columns, left + size.columns)).map {
              (plane * rows + row) * columns + $0
            }
          }
          let whole =
            min(size.rows, rows + padding - top) * min(size.columns, columns + padding - left)
          let count = Double(counts ? whole : places.count)
          let part = 1 / Double(means.count + 3) / count
          means.append(places.reduce(0) { $0 + x.scalars[$1] } / count)
          largest.append(places.map { x.scalars[$0] }.max()!)
          for place in places { gradient[place] += part }
        }
      }
    }
    #expect(bits(results[0].result[0].scalars) == bits(means))
    #expect(bits(results[0].result[1].scalars) == bits(gradient))
    #expect(bits(results[0].result[2].scalars) == bits(largest))
  }

  @Test("max pooling and its gradient", arguments: 0..<10) func maxPooling(seed: Int) {
    var random = NumPyRandom(seed: seed)
    func draw(_ low: Int, _ high: Int) -> Int { random.randint(low: low, high: high + 1) }
    let size = seed < 3 ? 2 : draw(1, 3)
    let stride = seed < 3 ? 2 : draw(1, 3)
    let shape = [draw(1, 3), draw(1, 9), draw(3, 40), draw(3, 40)]
    // Few different numbers, so that there are ties, and some NaN.
    let x = Tensor<Float>(
      shape: shape,
      scalars: random.normal(shape: shape).scalars.map {
        $0 > 2 ? .nan : Float(($0 * 2).rounded())
      })
    let results = inEachForm {
      var layer = MaxPool2D<Float>(size: size, stride: stride)
      let y = layer.forward(x)
      let g = Tensor<Float>(shape: y.shape, scalars: y.scalars.indices.map { Float($0) * 0.1 })
      return [y, layer.backward(g)].map { bits($0.scalars) }
    }
    for (name, result) in results { #expect(result == results[0].result, "\(name)") }
    var expected: [Float] = []
    let (rows, columns) = ((shape[2] - size) / stride + 1, (shape[3] - size) / stride + 1)
    for plane in 0..<shape[0] * shape[1] {
      for i in 0..<rows {
        for j in 0..<columns {
          let window = (0..<size * size).map { q in
            x.scalars[
              (plane * shape[2] + i * stride + q / size) * shape[3] + j * stride + q % size]
          }
          expected.append(window.contains { $0.isNaN } ? .nan : window.max()!)
        }
      }
    }
    #expect(results[0].result[0] == bits(expected))
  }

  @Test("a training of the lecture's network, made smaller") func training() {
    var random = NumPyRandom(seed: 3)
    let x = Tensor<Float>(random.uniform(shape: [48, 1, 12, 12]))
    let labels = (0..<48).map { $0 % 4 }
    let results = inEachForm {
      var random = NumPyRandom(seed: 4)
      var network = Sequential<Float>(
        inputShape: [1, 12, 12],
        layers: [
          Conv2D<Float>(
            inputChannels: 1, filters: 16, kernelSize: 3, padding: .same, using: &random),
          ReLU<Float>(), MaxPool2D<Float>(size: 2),
          Conv2D<Float>(
            inputChannels: 16, filters: 24, kernelSize: 3, padding: .same, using: &random),
          ReLU<Float>(), MaxPool2D<Float>(size: 2), Flatten<Float>(),
          Dense<Float>(inputs: 216, outputs: 64, using: &random), ReLU<Float>(),
          Dropout<Float>(rate: 0.5, seed: 1), Dense<Float>(inputs: 64, outputs: 4, using: &random),
        ])
      network.fit(x, labels: labels, epochs: 2, batchSize: 20, using: &random)
      var parameters: [UInt64] = []
      network.visitParameters { _, value, _ in parameters += bits(value.scalars) }
      return parameters
    }
    for (name, result) in results { #expect(result == results[0].result, "\(name)") }
  }
}
