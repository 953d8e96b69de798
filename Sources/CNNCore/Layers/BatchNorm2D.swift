/// Batch normalisation: each channel, over all samples and places, gets zero mean and unit deviation,
/// then a scale and a shift that are learnt.
///
///     y = γ[c] · x̂ + β[c],   x̂ = (x − μ[c]) / √(σ²[c] + ε)
///     dL/dx = γ[c] / √(σ²[c] + ε) · (g − Σg/m − x̂ · Σ(g · x̂)/m),   m = N · H · W
///
/// In training μ and σ² are those of the batch; `predict` uses running averages of them.
///
/// - Shapes: input `[N, C, H, W]`, γ and β `[C]`; output and gradient have the shape of the input.
/// - Note: As in PyTorch, σ² is Σ(x − μ)²/m in `forward`, but its running average takes
///   Σ(x − μ)²/(m − 1). Ioffe and Szegedy, "Batch Normalization", 2015,
///   <https://arxiv.org/abs/1502.03167>
public struct BatchNorm2D<Scalar: TensorScalar>: Layer, Sendable {
  /// The scale of each channel, γ, `[C]`; ones at first.
  public var weight: Tensor<Scalar> {
    didSet { Self.requireChannels(weight, "weight", channels: runningVariance.count) }
  }
  /// The shift of each channel, β, `[C]`; zeros at first.
  public var bias: Tensor<Scalar> {
    didSet { Self.requireChannels(bias, "bias", channels: weight.count) }
  }
  /// The running average of each channel's mean, `[C]`; zeros at first.
  public private(set) var runningMean: Tensor<Scalar> {
    didSet { Self.requireChannels(runningMean, "running mean", channels: weight.count) }
  }
  /// The running average of each channel's variance, `[C]`; ones at first.
  public private(set) var runningVariance: Tensor<Scalar> {
    didSet { Self.requireChannels(runningVariance, "running variance", channels: weight.count) }
  }
  /// How much a new batch counts in the running averages, from 0 to 1.
  public let momentum: Scalar
  /// What is added to a variance, so that none is zero; above 0.
  public let epsilon: Scalar

  /// The gradient for the scale from the last backward pass.
  public private(set) var weightGradient: Tensor<Scalar>
  /// The gradient for the shift from the last backward pass.
  public private(set) var biasGradient: Tensor<Scalar>
  private var memory: Memory?

  private struct Memory {
    /// The normalised input, one channel a row, `[C, N · H · W]`.
    let normalized: Tensor<Scalar>
    /// 1 / √(σ² + ε), `[C, 1]`.
    let scale: Tensor<Scalar>
    let shape: [Int]
  }

  /// Batch normalisation of images with the given number of channels.
  ///
  /// - Parameters:
  ///   - momentum: How much a new batch counts in the running averages; 0.1, as in PyTorch.
  ///   - epsilon: What is added to a variance; 1e-5, as in PyTorch.
  public init(channels: Int, momentum: Scalar = 0.1, epsilon: Scalar = 1e-5) {
    self.init(channels, momentum, epsilon)
  }

  private init(_ channels: Int, _ momentum: Scalar, _ epsilon: Scalar) {
    require(channels > 0, "BatchNorm2D: \(channels) channels were asked for")
    require(
      momentum >= 0 && momentum <= 1,
      "BatchNorm2D: 'momentum' is \(momentum); expected a number from 0 to 1")
    require(
      epsilon > 0 && epsilon.isFinite,
      "BatchNorm2D: 'epsilon' is \(epsilon); expected a finite number above 0")
    weight = Tensor(repeating: 1, shape: [channels])
    bias = Tensor(repeating: 0, shape: [channels])
    runningMean = bias
    runningVariance = weight
    weightGradient = bias
    biasGradient = bias
    self.momentum = momentum
    self.epsilon = epsilon
  }

  /// The images normalised by the batch's own mean and variance, which join the running averages.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let rows = channelRows(input)
    let count = rows.shape[1]
    require(
      count > 1,
      "BatchNorm2D: one number a channel has no deviation; the input has shape \(input.shape)")
    let mean = rows.mean(axis: 1)
    let centred = rows - mean.asColumn()
    let squares = (centred * centred).sum(axis: 1)
    let scale = reciprocalDeviation(squares / Scalar(count)).asColumn()
    runningMean += momentum * (mean - runningMean)
    runningVariance += momentum * (squares / Scalar(count - 1) - runningVariance)
    let normalized = centred * scale
    memory = Memory(normalized: normalized, scale: scale, shape: input.shape)
    return images(weight.asColumn() * normalized + bias.asColumn(), shape: input.shape)
  }

  /// The images normalised by the running averages.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let scale = reciprocalDeviation(runningVariance).asColumn()
    let normalized = (channelRows(input) - runningMean.asColumn()) * scale
    return images(weight.asColumn() * normalized + bias.asColumn(), shape: input.shape)
  }

  /// The gradient for the input; those for scale and shift are kept.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let memory = remembered(memory)
    requireGradient(outputGradient, outputShape: memory.shape)
    let gradient = channelRows(outputGradient)
    let count = Scalar(gradient.shape[1])
    biasGradient = gradient.sum(axis: 1)
    weightGradient = (gradient * memory.normalized).sum(axis: 1)
    let mean = biasGradient.asColumn() / count
    let slope = memory.normalized * (weightGradient.asColumn() / count)
    let result = weight.asColumn() * memory.scale * (gradient - mean - slope)
    return images(result, shape: memory.shape)
  }

  /// The sample's own shape.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    require(
      shape.count == 3 && shape[0] == weight.count,
      "BatchNorm2D: expected a sample [\(weight.count), H, W], got shape \(shape)")
    return shape
  }

  /// Visits `weight`, then `bias`.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    visit("weight", &weight, weightGradient)
    visit("bias", &bias, biasGradient)
  }

  /// Visits `runningMean`, then `runningVariance`.
  public mutating func visitBuffers(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>) -> Void
  ) {
    visit("runningMean", &runningMean)
    visit("runningVariance", &runningVariance)
  }
}

extension BatchNorm2D {
  /// One channel a row: `[N, C, H, W]` as `[C, N · H · W]`.
  private func channelRows(_ images: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      images.rank == 4 && images.shape[1] == weight.count,
      "BatchNorm2D: expected a batch [N, \(weight.count), H, W], got shape \(images.shape)")
    return images.transposed(axes: [1, 0, 2, 3]).reshaped([
      weight.count, images.shape[0] * images.shape[2] * images.shape[3],
    ])
  }

  /// What `channelRows` took apart, put together.
  private func images(_ rows: Tensor<Scalar>, shape: [Int]) -> Tensor<Scalar> {
    rows.reshaped([shape[1], shape[0], shape[2], shape[3]]).transposed(axes: [1, 0, 2, 3])
  }

  private static func requireChannels(_ numbers: Tensor<Scalar>, _ name: String, channels: Int) {
    require(
      numbers.shape == [channels],
      "BatchNorm2D: \(channels) channels need a \(name) of shape [\(channels)], "
        + "got \(numbers.shape)")
  }

  private func reciprocalDeviation(_ variance: Tensor<Scalar>) -> Tensor<Scalar> {
    variance.map { 1 / ($0 + epsilon).squareRoot() }
  }
}

// Without a context that says otherwise, layers take doubles.
extension BatchNorm2D where Scalar == Double {
  /// Batch normalisation of images with the given number of channels.
  ///
  /// - Parameters:
  ///   - momentum: How much a new batch counts in the running averages; 0.1, as in PyTorch.
  ///   - epsilon: What is added to a variance; 1e-5, as in PyTorch.
  public init(channels: Int, momentum: Double = 0.1, epsilon: Double = 1e-5) {
    self.init(channels, momentum, epsilon)
  }
}
