import CNNCore
import Testing

/// The gradients of all layers by central differences, over a grid of shapes.
@Suite struct LayerGradientTests {
  struct Geometry: CustomTestStringConvertible, Sendable {
    var shape: [Int]
    var kernel: [Int]
    var stride = [1, 1]
    var padding: Padding2D = .valid
    var dilation = [1, 1]

    var testDescription: String {
      "\(shape) kernel \(kernel) stride \(stride) padding \(padding) dilation \(dilation)"
    }
  }

  @Test(
    arguments: [
      Geometry(shape: [1, 1, 3, 3], kernel: [3, 3]),
      Geometry(shape: [2, 1, 4, 5], kernel: [1, 1]),
      Geometry(shape: [1, 2, 5, 4], kernel: [2, 3], stride: [2, 1]),
      Geometry(shape: [3, 2, 4, 4], kernel: [3, 3], padding: .same),
      Geometry(shape: [1, 2, 5, 5], kernel: [2, 4], padding: .same),
      Geometry(shape: [2, 1, 6, 5], kernel: [3, 2], stride: [3, 2], padding: .same),
      Geometry(shape: [1, 1, 4, 4], kernel: [3, 2], padding: .full),
      Geometry(shape: [2, 2, 4, 3], kernel: [4, 3], stride: [2, 2], padding: 2.padding2D),
      Geometry(
        shape: [1, 1, 5, 4], kernel: [2, 2],
        padding: .sides(top: 0, bottom: 2, left: 1, right: 0)),
      Geometry(shape: [1, 2, 6, 7], kernel: [3, 2], dilation: [2, 3]),
      Geometry(
        shape: [2, 1, 6, 6], kernel: [3, 3], stride: [2, 3], padding: 2.padding2D,
        dilation: [2, 1]),
    ], [ConvolutionAlgorithm.direct, .matrixProduct, .fourier])
  func convolution(geometry: Geometry, algorithm: ConvolutionAlgorithm) {
    var random = NumPyRandom(seed: 4)
    let x = random.normal(shape: geometry.shape)
    let weight = random.normal(shape: [3, geometry.shape[1]] + geometry.kernel)
    for usesBias in [true, false] {
      expectGradients(
        of: Conv2D(
          weight: weight, bias: usesBias ? random.randn(3) : nil, usesBias: usesBias,
          stride: geometry.stride, padding: geometry.padding, dilation: geometry.dilation,
          algorithm: algorithm), at: x)
    }
  }

  @Test(
    arguments: [
      Geometry(shape: [2, 2, 4, 6], kernel: [2, 2], stride: [2, 2]),
      Geometry(shape: [1, 2, 5, 5], kernel: [3, 3]),
      Geometry(shape: [2, 1, 5, 6], kernel: [2, 3], stride: [1, 2]),
      Geometry(shape: [1, 1, 6, 7], kernel: [3, 3], stride: [2, 2], padding: 1.padding2D),
      Geometry(shape: [1, 2, 5, 6], kernel: [2, 3], stride: [2, 2], padding: .same),
      Geometry(shape: [1, 1, 7, 8], kernel: [2, 2], stride: [3, 3]),
    ], [false, true])
  func pooling(geometry: Geometry, ceilMode: Bool) {
    var random = NumPyRandom(seed: 6)
    let x = random.normal(shape: geometry.shape)
    expectGradients(
      of: MaxPool2D(
        size: geometry.kernel, stride: geometry.stride, padding: geometry.padding,
        ceilMode: ceilMode), at: x)
    for countsPadding in [true, false] {
      expectGradients(
        of: AveragePool2D(
          size: geometry.kernel, stride: geometry.stride, padding: geometry.padding,
          ceilMode: ceilMode, countsPadding: countsPadding), at: x)
    }
  }

  @Test(arguments: [[1, 3], [2, 3, 4], [3, 2, 2, 3]]) func activations(shape: [Int]) {
    var random = NumPyRandom(seed: 7)
    let x = random.normal(shape: shape)
    expectGradients(of: Identity(), at: x, "Identity")
    expectGradients(of: ReLU(), at: x, "ReLU")
    expectGradients(of: LeakyReLU(), at: x, "LeakyReLU")
    expectGradients(of: LeakyReLU(slope: 0.3), at: x, "LeakyReLU(0.3)")
    expectGradients(of: Sigmoid(), at: x, "Sigmoid")
    expectGradients(of: Tanh(), at: x, "Tanh")
    expectGradients(of: Flatten(), at: x, "Flatten")
    expectGradients(of: Dropout(rate: 0.4, seed: 3), at: x, "Dropout")
    for axis in [-1, 1] {
      expectGradients(of: Softmax(axis: axis), at: x, "Softmax")
      expectGradients(of: LogSoftmax(axis: axis), at: x, "LogSoftmax")
    }
  }

  @Test(arguments: [[1, 1, 2, 3], [2, 3, 4, 2], [3, 2, 3, 3]]) func normalisation(shape: [Int]) {
    var random = NumPyRandom(seed: 8)
    let x = random.uniform(low: 1.2, high: 3, shape: shape)
    for method in [NormalizationMethod.standard, .minMax, .logarithmic(), .logarithmic(offset: 1)] {
      expectGradients(of: Normalization(method), at: x, "\(method)")
    }
    var norm = BatchNorm2D(channels: shape[1])
    norm.weight = random.randn(shape[1])
    norm.bias = random.randn(shape[1])
    expectGradients(of: norm, at: x, "BatchNorm2D")
  }

  @Test(arguments: [(1, 1, 1), (3, 4, 2), (2, 7, 5)]) func dense(
    samples: Int, inputs: Int, outputs: Int
  ) {
    var random = NumPyRandom(seed: 9)
    let x = random.randn(samples, inputs)
    let weight = random.randn(outputs, inputs)
    expectGradients(of: Dense(weight: weight, bias: random.randn(outputs)), at: x)
    expectGradients(of: Dense(weight: weight, usesBias: false), at: x)
  }
}
