extension LayerSpecification {
  /// The layer, its parameters drawn.
  func layer<Scalar: TensorScalar>(
    forSample shape: [Int], using generator: inout NumPyRandom
  ) -> any Layer<Scalar> {
    switch kind {
    case .conv2D(
      let filters, let size, let stride, let padding, let dilation, let usesBias,
      let initializer):
      return Conv2D<Scalar>(
        inputChannels: shape[0], filters: filters, kernelSize: size, stride: stride,
        padding: padding, dilation: dilation, usesBias: usesBias, initializer: initializer,
        using: &generator)
    case .maxPool2D(let pool):
      return MaxPool2D<Scalar>(
        size: pool.size, stride: pool.stride, padding: pool.padding, ceilMode: pool.ceilMode)
    case .averagePool2D(let pool):
      return AveragePool2D<Scalar>(
        size: pool.size, stride: pool.stride, padding: pool.padding, ceilMode: pool.ceilMode)
    case .batchNorm2D: return BatchNorm2D<Scalar>(channels: shape[0])
    case .normalization(let method): return Normalization<Scalar>(method)
    case .flatten: return Flatten<Scalar>()
    case .dense(let outputs, let usesBias, let initializer):
      return Dense<Scalar>(
        inputs: shape[0], outputs: outputs, usesBias: usesBias, initializer: initializer,
        using: &generator)
    case .dropout(let rate):
      return Dropout<Scalar>(rate: rate, seed: generator.randint(1 << 31))
    case .identity: return Identity<Scalar>()
    case .relu: return ReLU<Scalar>()
    case .leakyReLU(let slope): return LeakyReLU<Scalar>(slope: Scalar(slope))
    case .sigmoid: return Sigmoid<Scalar>()
    case .tanh: return Tanh<Scalar>()
    case .softmax: return Softmax<Scalar>()
    case .logSoftmax: return LogSoftmax<Scalar>()
    case .recurrent(let cell, let units, let returnsSequence, let initializer):
      let weights: GatedWeights<Scalar> = Self.weights(
        cell.gates, units, features: shape[1], initializer, &generator)
      switch cell {
      case .simple(let activation):
        return SimpleRNN<Scalar>(
          inputWeight: weights.input, recurrentWeight: weights.recurrent,
          activation: activation, returnsSequence: returnsSequence)
      case .lstm: return LSTM<Scalar>(weights: weights, returnsSequence: returnsSequence)
      case .gru(let resetsAfterProduct):
        return GRU<Scalar>(
          weights: weights, resetsAfterProduct: resetsAfterProduct,
          returnsSequence: returnsSequence)
      }
    }
  }

  /// Weights for so many gates, each with its own fans: the input's first, then the state's.
  private static func weights<Scalar: TensorScalar>(
    _ gates: Int, _ units: Int, features: Int, _ initializer: Initializer,
    _ generator: inout NumPyRandom
  ) -> GatedWeights<Scalar> {
    let input: Tensor<Scalar> = initializer.tensor(
      shape: [gates * units, features], fanIn: features, fanOut: units, using: &generator)
    let recurrent: Tensor<Scalar> = initializer.tensor(
      shape: [gates * units, units], fanIn: units, fanOut: units, using: &generator)
    return GatedWeights(input: input, recurrent: recurrent)
  }
}
