/// A 2-D convolution over a batch of images.
///
///     y[n, o, i, j] = Σ_{c,u,v} w[o, c, u, v] · x[n, c, i·s + u·d − p, j·s + v·d − p] + b[o]
///
/// - Shapes: input `[N, C, H, W]`, weight `[O, C, KH, KW]`, bias `[O]`,
///   output `[N, O, (H + 2p − d · (KH − 1) − 1)/s + 1, (W + 2p − d · (KW − 1) − 1)/s + 1]`, rounded
///   down.
/// - Note: Cross-correlation: the kernel is not flipped. Each sum is that of blocks of 256 products in
///   row-major order of (c, u, v), each block one chain of fused multiply-adds that starts from zero; the
///   bias is added last.
public struct Conv2D<Scalar: TensorScalar>: Layer, Sendable {
  /// The filters, `[O, C, KH, KW]`.
  public var weight: Tensor<Scalar> {
    didSet { Self.requireParameters(weight, bias) }
  }
  /// The number added to each output channel, `[O]`.
  public var bias: Tensor<Scalar> {
    didSet { Self.requireParameters(weight, bias) }
  }
  /// Whether the bias is a parameter; if not, it stays zero.
  public let usesBias: Bool
  /// How far the kernel moves.
  public let stride: Size2D
  /// How many rows and columns of zeros stand on each side of the input.
  public let padding: Padding2D
  /// The distance between the elements of the input that neighbours in the kernel meet.
  public let dilation: Size2D
  /// How the convolution is computed; all ways agree but for rounding.
  public var algorithm: ConvolutionAlgorithm

  /// The gradient for the weight from the last backward pass.
  public private(set) var weightGradient: Tensor<Scalar>
  /// The gradient for the bias from the last backward pass.
  public private(set) var biasGradient: Tensor<Scalar>
  private var input: Tensor<Scalar>?

  /// A convolution with the given filters.
  ///
  /// - Parameters:
  ///   - weight: The filters, `[O, C, KH, KW]`.
  ///   - bias: The number added to each output channel, zeros if not given.
  ///   - usesBias: Whether the bias is a parameter; without one it is and stays zero.
  ///   - stride: How far the kernel moves, one number or `[rows, columns]`.
  ///   - padding: The zeros around the images: one number, `[rows, columns]`, all four sides,
  ///     `.same` or `.valid`.
  ///   - dilation: The distance between the elements that neighbours in the kernel meet.
  ///   - algorithm: How it is computed, each sum by itself if not given.
  /// - Precondition: The weight has rank 4 and no empty axis, and the bias one number for each of its
  ///   filters.
  public init(
    weight: Tensor<Scalar>, bias: Tensor<Scalar>? = nil, usesBias: Bool = true,
    stride: some Size2DConvertible = 1, padding: some Padding2DConvertible = 0,
    dilation: some Size2DConvertible = 1, algorithm: ConvolutionAlgorithm = .direct
  ) {
    require(usesBias || bias == nil, "Conv2D: a bias was given to a layer that uses none")
    let bias = bias ?? .zeros(shape: Array(weight.shape.prefix(1)))
    Self.requireParameters(weight, bias)
    self.weight = weight
    self.bias = bias
    self.usesBias = usesBias
    self.stride = stride.size2D
    self.padding = padding.padding2D
    self.dilation = dilation.size2D
    self.algorithm = algorithm
    weightGradient = .zeros(shape: weight.shape)
    biasGradient = .zeros(shape: bias.shape)
  }

  /// A convolution with filters drawn by an initialiser, and a bias of zeros.
  ///
  ///     var conv = Conv2D<Float>(
  ///       inputChannels: 1, filters: 32, kernelSize: 3, padding: .same, using: &random)
  ///
  /// - Parameters:
  ///   - inputChannels: The number of channels of the images, C.
  ///   - filters: The number of filters and of output channels, O.
  ///   - kernelSize: The height and width of a filter, one number or `[rows, columns]`.
  ///   - initializer: How the weight is drawn, in row-major order of `[O, C, KH, KW]`: by Glorot's
  ///     uniform rule if not given, as in Keras, with C · KH · KW inputs and O · KH · KW outputs.
  ///   - random: The generator to draw from.
  ///
  ///   The others are as for given filters.
  public init(
    inputChannels: Int, filters: Int, kernelSize: some Size2DConvertible,
    stride: some Size2DConvertible = 1, padding: some Padding2DConvertible = 0,
    dilation: some Size2DConvertible = 1, usesBias: Bool = true,
    initializer: Initializer = .glorotUniform, using random: inout NumPyRandom
  ) {
    self.init(
      weight: Self.drawnWeight(
        filters, inputChannels, kernelSize.size2D, initializer, using: &random),
      usesBias: usesBias, stride: stride, padding: padding, dilation: dilation)
  }

  /// The convolution of a batch of images.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    self.input = input
    return predict(input)
  }

  /// The convolution of a batch of images; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let extents = extents(for: input.shape)
    let output = extents.output(
      by: algorithm, input: input.scalars, weight: weight.scalars, bias: bias.scalars)
    return Tensor(unchecked: extents.outputShape, output)
  }

  /// The gradient for the input; those for weight and bias are kept.
  ///
  ///     dL/dw[o, c, u, v] = Σ_{n,i,j} g[n, o, i, j] · x[n, c, i·s + u·d − p, j·s + v·d − p]
  ///     dL/dx[n, c, k, l] = Σ g[n, o, i, j] · w[o, c, u, v] over all (o, i, j) whose window has
  ///                         element (u, v) at (k, l)
  ///     dL/db[o]          = Σ_{n,i,j} g[n, o, i, j]
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    backwardToParameters(outputGradient)
    let input = remembered(input)
    let gradient = extents(for: input.shape).inputGradient(
      by: algorithm, weight: weight.scalars, outputGradient: outputGradient.scalars)
    return Tensor(unchecked: input.shape, gradient)
  }

  /// The gradients for weight and bias alone.
  public mutating func backwardToParameters(_ outputGradient: Tensor<Scalar>) {
    let input = remembered(input)
    let extents = extents(for: input.shape)
    requireGradient(outputGradient, outputShape: extents.outputShape)
    let gradient = outputGradient.scalars
    weightGradient = Tensor(
      unchecked: weight.shape,
      extents.weightGradient(by: algorithm, input: input.scalars, outputGradient: gradient))
    if usesBias {
      biasGradient = Tensor(
        unchecked: bias.shape, extents.biasGradient(outputGradient: gradient))
    }
  }

  /// `[O, OH, OW]` for a sample `[C, H, W]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    require(shape.count == 3, "Conv2D: expected a sample [C, H, W], got shape \(shape)")
    return Array(extents(for: [1] + shape).outputShape.dropFirst())
  }

  /// Visits `weight`, then `bias` if it is used.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    visit("weight", &weight, weightGradient)
    if usesBias { visit("bias", &bias, biasGradient) }
  }
}

extension Conv2D {
  private func extents(for input: [Int]) -> ConvolutionExtents {
    require(input.count == 4, "Conv2D: expected a batch [N, C, H, W], got shape \(input)")
    require(
      input[1] == weight.shape[1],
      "Conv2D: the filters take \(weight.shape[1]) channels, the input of shape \(input) "
        + "has \(input[1])")
    return ConvolutionExtents(
      "Conv2D", input: input, weight: weight.shape, stride: stride, padding: padding,
      dilation: dilation)
  }

  private static func drawnWeight(
    _ filters: Int, _ channels: Int, _ size: Size2D, _ initializer: Initializer,
    using random: inout NumPyRandom
  ) -> Tensor<Scalar> {
    require(
      channels > 0 && filters > 0 && size.rows > 0 && size.columns > 0,
      "Conv2D: \(filters) filters of \(channels)×\(size.area) hold no weight")
    let area = size.rows * size.columns
    return initializer.tensor(
      shape: [filters, channels, size.rows, size.columns], fanIn: channels * area,
      fanOut: filters * area, using: &random)
  }

  private static func requireParameters(_ weight: Tensor<Scalar>, _ bias: Tensor<Scalar>) {
    require(
      weight.rank == 4, "Conv2D: expected a weight [O, C, KH, KW], got shape \(weight.shape)")
    require(
      weight.shape.allSatisfy { $0 >= 1 },
      "Conv2D: each length of a weight must be at least 1, got shape \(weight.shape)")
    require(
      bias.shape == [weight.shape[0]],
      "Conv2D: \(weight.shape[0]) filters need a bias of shape [\(weight.shape[0])], "
        + "got \(bias.shape)")
  }
}

// Without a context that says otherwise, layers take doubles.
extension Conv2D where Scalar == Double {
  /// A convolution of doubles with filters drawn by an initialiser, and a bias of zeros.
  ///
  /// - Parameters:
  ///   - inputChannels: The number of channels of the images.
  ///   - filters: The number of filters and of output channels.
  ///   - kernelSize: The height and width of a filter, one number or `[rows, columns]`.
  ///   - initializer: How the weight is drawn, by Glorot's uniform rule if not given.
  ///   - random: The generator to draw from.
  ///
  ///   The others are as for given filters.
  public init(
    inputChannels: Int, filters: Int, kernelSize: some Size2DConvertible,
    stride: some Size2DConvertible = 1, padding: some Padding2DConvertible = 0,
    dilation: some Size2DConvertible = 1, usesBias: Bool = true,
    initializer: Initializer = .glorotUniform, using random: inout NumPyRandom
  ) {
    self.init(
      weight: Self.drawnWeight(
        filters, inputChannels, kernelSize.size2D, initializer, using: &random),
      usesBias: usesBias, stride: stride, padding: padding, dilation: dilation)
  }
}
