/// A layer of a network that is still to be made: its kind, and the sizes that do not follow from what
/// comes before it.
public indirect enum LayerSpecification: Hashable, Sendable {
  /// A convolution with so many filters.
  case conv2D(
    filters: Int, kernelSize: Size2D, stride: Size2D = 1, padding: Padding2D = .valid,
    initializer: Initializer = .glorotUniform)
  /// The largest number of each window; the stride is the window's size if not given.
  case maxPool2D(Size2D, stride: Size2D? = nil, padding: Padding2D = .valid)
  /// The mean of each window; the stride is the window's size if not given.
  case averagePool2D(Size2D, stride: Size2D? = nil, padding: Padding2D = .valid)
  /// Each sample as a vector.
  case flatten
  /// A fully connected layer with so many outputs.
  case dense(Int, initializer: Initializer = .glorotUniform)
  /// Leaves out this share of the numbers in training.
  case dropout(Double)
  /// The rectified linear unit.
  case relu
  /// The leaky rectified linear unit.
  case leakyReLU(slope: Double = 0.01)
  /// The logistic function.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// The softmax of each sample.
  case softmax
  /// A recurrent layer with so many units.
  case simpleRNN(Int, returnsSequence: Bool = false, initializer: Initializer = .glorotUniform)
  /// Long short-term memory with so many units.
  case lstm(Int, returnsSequence: Bool = false, initializer: Initializer = .glorotUniform)
  /// Gated recurrent units, reset after the product with the weight.
  case gru(Int, returnsSequence: Bool = false, initializer: Initializer = .glorotUniform)
}

extension LayerSpecification {
  /// The kind, in the words of the layers' types.
  public var name: String {
    switch self {
    case .conv2D: "Conv2D"
    case .maxPool2D: "MaxPool2D"
    case .averagePool2D: "AveragePool2D"
    case .flatten: "Flatten"
    case .dense: "Dense"
    case .dropout: "Dropout"
    case .relu: "ReLU"
    case .leakyReLU: "LeakyReLU"
    case .sigmoid: "Sigmoid"
    case .tanh: "Tanh"
    case .softmax: "Softmax"
    case .simpleRNN: "SimpleRNN"
    case .lstm: "LSTM"
    case .gru: "GRU"
    }
  }

  /// The shape of a sample after the layer; nothing is allocated for it.
  ///
  /// - Parameter place: What messages call the layer, such as `layer 3 (Dense)`.
  /// - Precondition: The layer takes samples of the given shape.
  func outputShape(forSample shape: [Int], _ place: String) -> [Int] {
    switch self {
    case .conv2D(let filters, let size, let stride, let padding, _):
      require(filters > 0, "\(place): expected at least 1 filter, got \(filters)")
      requireImage(shape, place)
      let window = Window2D(
        place, "kernel", size: size, stride: stride, padding: padding, rows: shape[1],
        columns: shape[2])
      return [filters, window.outputRows, window.outputColumns]
    case .maxPool2D(let size, let stride, let padding),
      .averagePool2D(let size, let stride, let padding):
      requireImage(shape, place)
      let window = Window2D(
        pooling: place, size: size, stride: stride ?? size, padding: padding, ceilMode: false,
        rows: shape[1], columns: shape[2])
      return [shape[0], window.outputRows, window.outputColumns]
    case .flatten: return [shape.reduce(1, *)]
    case .dense(let outputs, _):
      require(outputs > 0, "\(place): expected at least 1 output, got \(outputs)")
      require(
        shape.count == 1,
        "\(place): takes vectors, and gets samples of shape \(shape). Put '.flatten' before it.")
      return [outputs]
    case .dropout(let rate):
      require(rate >= 0 && rate < 1, "\(place): the rate must be in [0, 1), not \(rate)")
      return shape
    case .softmax:
      require(
        shape.count == 1,
        "\(place): takes vectors, and gets samples of shape \(shape). Put '.flatten' before it.")
      return shape
    case .relu, .leakyReLU, .sigmoid, .tanh: return shape
    case .simpleRNN(let units, let returnsSequence, _), .lstm(let units, let returnsSequence, _),
      .gru(let units, let returnsSequence, _):
      require(units > 0, "\(place): expected at least 1 unit, got \(units)")
      require(
        shape.count == 2,
        "\(place): takes sequences [T, F], and gets samples of shape \(shape)")
      return returnsSequence ? [shape[0], units] : [units]
    }
  }

  private func requireImage(_ shape: [Int], _ place: String) {
    require(
      shape.count == 3,
      "\(place): takes images [C, H, W], and gets samples of shape \(shape)"
        + (shape.count == 2 ? ". Give the input a channel axis: [1, H, W]." : ""))
  }

  /// The layer, its parameters drawn.
  func layer<Scalar: TensorScalar>(
    forSample shape: [Int], using generator: inout NumPyRandom
  ) -> any Layer<Scalar> {
    switch self {
    case .conv2D(let filters, let size, let stride, let padding, let initializer):
      let area = size.rows * size.columns
      let weight: Tensor<Scalar> = initializer.tensor(
        shape: [filters, shape[0], size.rows, size.columns], fanIn: shape[0] * area,
        fanOut: filters * area, using: &generator)
      return Conv2D(weight: weight, stride: stride, padding: padding)
    case .maxPool2D(let size, let stride, let padding):
      return MaxPool2D<Scalar>(size: size, stride: stride ?? size, padding: padding)
    case .averagePool2D(let size, let stride, let padding):
      return AveragePool2D<Scalar>(size: size, stride: stride ?? size, padding: padding)
    case .flatten: return Flatten<Scalar>()
    case .dense(let outputs, let initializer):
      let weight: Tensor<Scalar> = initializer.tensor(
        shape: [outputs, shape[0]], fanIn: shape[0], fanOut: outputs, using: &generator)
      return Dense(weight: weight)
    case .dropout(let rate):
      return Dropout<Scalar>(rate: rate, seed: generator.randint(1 << 31))
    case .relu: return ReLU<Scalar>()
    case .leakyReLU(let slope): return LeakyReLU<Scalar>(slope: Scalar(slope))
    case .sigmoid: return Sigmoid<Scalar>()
    case .tanh: return Tanh<Scalar>()
    case .softmax: return Softmax<Scalar>()
    case .simpleRNN(let units, let returnsSequence, let initializer):
      let weights: GatedWeights<Scalar> = gated(1, units, shape[1], initializer, &generator)
      return SimpleRNN(
        inputWeight: weights.input, recurrentWeight: weights.recurrent,
        returnsSequence: returnsSequence)
    case .lstm(let units, let returnsSequence, let initializer):
      return LSTM<Scalar>(
        weights: gated(4, units, shape[1], initializer, &generator),
        returnsSequence: returnsSequence)
    case .gru(let units, let returnsSequence, let initializer):
      return GRU<Scalar>(
        weights: gated(3, units, shape[1], initializer, &generator),
        returnsSequence: returnsSequence)
    }
  }

  /// Weights for so many gates: the input's first, then the state's.
  private func gated<Scalar: TensorScalar>(
    _ gates: Int, _ units: Int, _ features: Int, _ initializer: Initializer,
    _ generator: inout NumPyRandom
  ) -> GatedWeights<Scalar> {
    let input: Tensor<Scalar> = initializer.tensor(
      shape: [gates * units, features], fanIn: features, fanOut: units, using: &generator)
    let recurrent: Tensor<Scalar> = initializer.tensor(
      shape: [gates * units, units], fanIn: units, fanOut: units, using: &generator)
    return GatedWeights(input: input, recurrent: recurrent)
  }
}
