/// A fully connected layer.
///
///     y[n, o] = Σ_k w[o, k] · x[n, k] + b[o]
///
/// - Shapes: input `[N, K]`, weight `[O, K]`, bias `[O]`, output `[N, O]`.
/// - Note: The sums are those of `matmul`, the bias added last.
public struct Dense<Scalar: TensorScalar>: Layer, Sendable {
  /// The weights, `[O, K]`.
  public var weight: Tensor<Scalar> {
    didSet { Self.requireParameters(weight, bias) }
  }
  /// The number added to each output, `[O]`.
  public var bias: Tensor<Scalar> {
    didSet { Self.requireParameters(weight, bias) }
  }
  /// Whether the bias is a parameter; if not, it stays zero.
  public let usesBias: Bool

  /// The gradient for the weight from the last backward pass.
  public private(set) var weightGradient: Tensor<Scalar>
  /// The gradient for the bias from the last backward pass.
  public private(set) var biasGradient: Tensor<Scalar>
  private var input: Tensor<Scalar>?

  /// A layer with the given weights.
  ///
  /// - Parameters:
  ///   - weight: The weights, `[O, K]`.
  ///   - bias: The number added to each output, zeros if not given.
  ///   - usesBias: Whether the bias is a parameter; without one it is and stays zero.
  /// - Precondition: The weight is a matrix, and the bias has one number for each of its rows.
  public init(weight: Tensor<Scalar>, bias: Tensor<Scalar>? = nil, usesBias: Bool = true) {
    require(usesBias || bias == nil, "Dense: a bias was given to a layer that uses none")
    let bias = bias ?? .zeros(shape: Array(weight.shape.prefix(1)))
    Self.requireParameters(weight, bias)
    self.weight = weight
    self.bias = bias
    self.usesBias = usesBias
    weightGradient = .zeros(shape: weight.shape)
    biasGradient = .zeros(shape: bias.shape)
  }

  /// A layer with weights drawn by an initialiser, and a bias of zeros.
  ///
  ///     var dense = Dense<Float>(inputs: 784, outputs: 10, using: &random)
  ///
  /// - Parameters:
  ///   - inputs: The number of elements of a sample, K.
  ///   - outputs: The number of outputs, O.
  ///   - usesBias: Whether the bias is a parameter; without one it is and stays zero.
  ///   - initializer: How the weight is drawn, in row-major order of `[O, K]`: by Glorot's uniform
  ///     rule if not given, as in Keras, with K inputs and O outputs.
  ///   - random: The generator to draw from.
  public init(
    inputs: Int, outputs: Int, usesBias: Bool = true,
    initializer: Initializer = .glorotUniform, using random: inout NumPyRandom
  ) {
    self.init(
      weight: Self.drawnWeight(outputs, inputs, initializer, using: &random), usesBias: usesBias)
  }

  /// The weighted sums of each sample.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return predict(input)
  }

  /// The weighted sums of each sample; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    requireInput(input)
    let (samples, outputs) = (input.shape[0], weight.shape[0])
    var sums = product(
      input.scalars, rows: samples, columns: weight.shape[1], weight.scalars, columns: outputs,
      transposesRight: true)
    Kernels.add(bias.scalars, toRowsOf: &sums)
    return Tensor(unchecked: [samples, outputs], sums)
  }

  /// The gradient for the input; those for weight and bias are kept.
  ///
  ///     dL/dw[o, k] = Σ_n g[n, o] · x[n, k]
  ///     dL/dx[n, k] = Σ_o g[n, o] · w[o, k]
  ///     dL/db[o]    = Σ_n g[n, o]
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    backwardToParameters(outputGradient)
    return matmul(outputGradient, weight)
  }

  /// The gradients for weight and bias alone.
  public mutating func backwardToParameters(_ outputGradient: Tensor<Scalar>) {
    let input = remembered(input)
    // The weight may have been replaced since the forward pass.
    requireInput(input)
    requireGradient(outputGradient, outputShape: [input.shape[0], weight.shape[0]])
    let sums = product(
      outputGradient.scalars, rows: weight.shape[0], columns: input.shape[0],
      transposesLeft: true, input.scalars, columns: weight.shape[1])
    weightGradient = Tensor(unchecked: weight.shape, sums)
    if usesBias { biasGradient = outputGradient.sum(axis: 0) }
  }

  /// `[O]` for a sample `[K]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    require(
      shape == [weight.shape[1]],
      "Dense: the weight takes \(weight.shape[1]) inputs, got a sample of shape \(shape)")
    return [weight.shape[0]]
  }

  /// Visits `weight`, then `bias` if it is used.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    visit("weight", &weight, weightGradient)
    if usesBias { visit("bias", &bias, biasGradient) }
  }

  private func requireInput(_ input: Tensor<Scalar>) {
    require(input.rank == 2, "Dense: expected a batch [N, K], got shape \(input.shape)")
    require(
      input.shape[1] == weight.shape[1],
      "Dense: the weight takes \(weight.shape[1]) inputs, a sample of shape \(input.shape) "
        + "has \(input.shape[1])")
  }

  private static func drawnWeight(
    _ outputs: Int, _ inputs: Int, _ initializer: Initializer, using random: inout NumPyRandom
  ) -> Tensor<Scalar> {
    require(
      inputs > 0 && outputs > 0,
      "Dense: \(outputs) outputs of \(inputs) inputs have no weight")
    return initializer.tensor(
      shape: [outputs, inputs], fanIn: inputs, fanOut: outputs, using: &random)
  }

  private static func requireParameters(_ weight: Tensor<Scalar>, _ bias: Tensor<Scalar>) {
    require(weight.rank == 2, "Dense: expected a weight [O, K], got shape \(weight.shape)")
    require(
      bias.shape == [weight.shape[0]],
      "Dense: \(weight.shape[0]) outputs need a bias of shape [\(weight.shape[0])], "
        + "got \(bias.shape)")
  }
}

// Without a context that says otherwise, layers take doubles.
extension Dense where Scalar == Double {
  /// A layer of doubles with weights drawn by an initialiser, and a bias of zeros.
  ///
  ///     var dense = Dense(inputs: 784, outputs: 10, using: &random)
  ///
  /// - Parameters:
  ///   - inputs: The number of elements of a sample, K.
  ///   - outputs: The number of outputs, O.
  ///   - usesBias: Whether the bias is a parameter; without one it is and stays zero.
  ///   - initializer: How the weight is drawn, in row-major order of `[O, K]`: by Glorot's uniform
  ///     rule if not given, as in Keras, with K inputs and O outputs.
  ///   - random: The generator to draw from.
  public init(
    inputs: Int, outputs: Int, usesBias: Bool = true,
    initializer: Initializer = .glorotUniform, using random: inout NumPyRandom
  ) {
    self.init(
      weight: Self.drawnWeight(outputs, inputs, initializer, using: &random), usesBias: usesBias)
  }
}
