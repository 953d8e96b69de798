extension LayerSpecification {
  /// A convolution with so many filters, `Conv2D`.
  ///
  /// - Parameters:
  ///   - kernelSize: One number, or `[rows, columns]`.
  ///   - padding: `.valid`, `.same`, or numbers of rows and columns. Default none.
  ///   - initializer: How the filters are drawn. Default Glorot's uniform rule, as in Keras.
  public static func conv2D(
    filters: Int, kernelSize: some Size2DConvertible, stride: some Size2DConvertible = 1,
    padding: some Padding2DConvertible = 0, dilation: some Size2DConvertible = 1,
    usesBias: Bool = true, initializer: Initializer = .glorotUniform
  ) -> LayerSpecification {
    LayerSpecification(
      kind: .conv2D(
        filters: filters, size: kernelSize.size2D, stride: stride.size2D,
        padding: padding.padding2D, dilation: dilation.size2D, usesBias: usesBias, initializer))
  }

  /// The largest number of each window, `MaxPool2D`; the stride is the window's size if not given.
  public static func maxPool2D<Stride: Size2DConvertible>(
    _ size: some Size2DConvertible, stride: Stride? = nil as Int?,
    padding: some Padding2DConvertible = 0, ceilMode: Bool = false
  ) -> LayerSpecification {
    LayerSpecification(
      kind: .maxPool2D(
        Pool(
          size: size.size2D, stride: stride?.size2D ?? size.size2D, padding: padding.padding2D,
          ceilMode: ceilMode)))
  }

  /// The mean of each window, `AveragePool2D`; the stride is the window's size if not given.
  public static func averagePool2D<Stride: Size2DConvertible>(
    _ size: some Size2DConvertible, stride: Stride? = nil as Int?,
    padding: some Padding2DConvertible = 0, ceilMode: Bool = false
  ) -> LayerSpecification {
    LayerSpecification(
      kind: .averagePool2D(
        Pool(
          size: size.size2D, stride: stride?.size2D ?? size.size2D, padding: padding.padding2D,
          ceilMode: ceilMode)))
  }

  /// Each channel brought to mean 0 and deviation 1 over the batch, `BatchNorm2D`.
  public static var batchNorm2D: LayerSpecification { LayerSpecification(kind: .batchNorm2D) }

  /// Each feature map normalised by itself, `Normalization`.
  public static func normalization(
    _ method: NormalizationMethod = .standard
  ) -> LayerSpecification {
    LayerSpecification(kind: .normalization(method))
  }

  /// Each sample as a vector, `Flatten`.
  public static var flatten: LayerSpecification { LayerSpecification(kind: .flatten) }

  /// A fully connected layer with so many outputs, `Dense`.
  public static func dense(
    _ outputs: Int, usesBias: Bool = true, initializer: Initializer = .glorotUniform
  ) -> LayerSpecification {
    LayerSpecification(kind: .dense(outputs, usesBias: usesBias, initializer))
  }

  /// Leaves out this share of the numbers in training, `Dropout`.
  public static func dropout(_ rate: Double) -> LayerSpecification {
    LayerSpecification(kind: .dropout(rate))
  }

  /// The numbers themselves, `Identity`.
  public static var identity: LayerSpecification { LayerSpecification(kind: .identity) }

  /// The rectified linear unit, `ReLU`.
  public static var relu: LayerSpecification { LayerSpecification(kind: .relu) }

  /// The leaky rectified linear unit, `LeakyReLU`.
  public static func leakyReLU(slope: Double = 0.01) -> LayerSpecification {
    LayerSpecification(kind: .leakyReLU(slope: slope))
  }

  /// The logistic function, `Sigmoid`.
  public static var sigmoid: LayerSpecification { LayerSpecification(kind: .sigmoid) }

  /// The hyperbolic tangent, `Tanh`.
  public static var tanh: LayerSpecification { LayerSpecification(kind: .tanh) }

  /// The softmax of each sample, `Softmax`.
  public static var softmax: LayerSpecification { LayerSpecification(kind: .softmax) }

  /// The logarithms of the softmax of each sample, `LogSoftmax`.
  public static var logSoftmax: LayerSpecification { LayerSpecification(kind: .logSoftmax) }

  /// A recurrent layer with so many units, `SimpleRNN`; it yields its last state unless told otherwise,
  /// as in Keras.
  public static func simpleRNN(
    _ units: Int, activation: SimpleRNNActivation = .tanh, returnsSequence: Bool = false,
    initializer: Initializer = .glorotUniform
  ) -> LayerSpecification {
    LayerSpecification(
      kind: .recurrent(
        .simple(activation), units: units, returnsSequence: returnsSequence, initializer))
  }

  /// Long short-term memory with so many units, `LSTM`; it yields its last state unless told otherwise.
  public static func lstm(
    _ units: Int, returnsSequence: Bool = false, initializer: Initializer = .glorotUniform
  ) -> LayerSpecification {
    LayerSpecification(
      kind: .recurrent(.lstm, units: units, returnsSequence: returnsSequence, initializer))
  }

  /// Gated recurrent units, `GRU`; it yields its last state unless told otherwise.
  ///
  /// - Parameter resetsAfterProduct: Whether the state is reset after its product with the weight, as in
  ///   PyTorch and Keras, or before, as in the original paper.
  public static func gru(
    _ units: Int, resetsAfterProduct: Bool = true, returnsSequence: Bool = false,
    initializer: Initializer = .glorotUniform
  ) -> LayerSpecification {
    LayerSpecification(
      kind: .recurrent(
        .gru(resetsAfterProduct: resetsAfterProduct), units: units,
        returnsSequence: returnsSequence, initializer))
  }
}
