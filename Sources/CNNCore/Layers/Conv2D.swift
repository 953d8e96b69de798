/// A 2-D convolution over a batch of images.
///
///     y[n, o, i, j] = Σ_{c,u,v} w[o, c, u, v] · x[n, c, i·s + u − p, j·s + v − p] + b[o]
///
/// - Shapes: input `[N, C, H, W]`, weight `[O, C, KH, KW]`, bias `[O]`,
///   output `[N, O, (H + 2p − KH)/s + 1, (W + 2p − KW)/s + 1]`, rounded down.
/// - Note: Cross-correlation: the kernel is not flipped. Each sum is one chain of fused
///   multiply-adds in row-major order of (c, u, v), the bias added last.
public struct Conv2D<Scalar: TensorScalar>: Layer, Sendable {
  /// The filters, `[O, C, KH, KW]`.
  public var weight: Tensor<Scalar> {
    didSet { Self.requireParameters(weight, bias) }
  }
  /// The number added to each output channel, `[O]`.
  public var bias: Tensor<Scalar> {
    didSet { Self.requireParameters(weight, bias) }
  }
  /// How far the kernel moves along both axes.
  public let stride: Int
  /// How many rows and columns of zeros stand on each side of the input.
  public let padding: Int

  /// The gradient for the weight from the last backward pass.
  public private(set) var weightGradient: Tensor<Scalar>
  /// The gradient for the bias from the last backward pass.
  public private(set) var biasGradient: Tensor<Scalar>
  private var input: Tensor<Scalar>?

  /// A convolution with the given filters, and with a bias of zeros if none is given.
  ///
  /// - Precondition: The weight has rank 4, and the bias one number for each of its filters.
  public init(
    weight: Tensor<Scalar>, bias: Tensor<Scalar>? = nil, stride: Int = 1, padding: Int = 0
  ) {
    let bias = bias ?? .zeros(shape: Array(weight.shape.prefix(1)))
    Self.requireParameters(weight, bias)
    self.weight = weight
    self.bias = bias
    self.stride = stride
    self.padding = padding
    weightGradient = .zeros(shape: weight.shape)
    biasGradient = .zeros(shape: bias.shape)
  }

  /// The convolution of a batch of images.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let extents = extents(for: input.shape)
    self.input = input
    let output = input.scalars.withUnsafeBufferPointer { input in
      weight.scalars.withUnsafeBufferPointer { weight in
        bias.scalars.withUnsafeBufferPointer { bias in
          extents.output(input: input, weight: weight, bias: bias)
        }
      }
    }
    return Tensor(unchecked: extents.outputShape, output)
  }

  /// The gradient for the input; those for weight and bias are kept.
  ///
  ///     dL/dw[o, c, u, v] = Σ_{n,i,j} g[n, o, i, j] · x[n, c, i·s + u − p, j·s + v − p]
  ///     dL/dx[n, c, k, l] = Σ_{o,i,j} g[n, o, i, j] · w[o, c, k + p − i·s, l + p − j·s]
  ///     dL/db[o]          = Σ_{n,i,j} g[n, o, i, j]
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let input = remembered(input)
    let extents = extents(for: input.shape)
    requireGradient(outputGradient, outputShape: extents.outputShape)
    return outputGradient.scalars.withUnsafeBufferPointer { gradient in
      let forWeight = input.scalars.withUnsafeBufferPointer {
        extents.weightGradient(input: $0, outputGradient: gradient)
      }
      let forInput = weight.scalars.withUnsafeBufferPointer {
        extents.inputGradient(weight: $0, outputGradient: gradient)
      }
      weightGradient = Tensor(unchecked: weight.shape, forWeight)
      biasGradient = Tensor(
        unchecked: bias.shape, extents.biasGradient(outputGradient: gradient))
      return Tensor(unchecked: input.shape, forInput)
    }
  }

  /// `[O, OH, OW]` for a sample `[C, H, W]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    Array(extents(for: [1] + shape).outputShape.dropFirst())
  }

  /// Visits `weight`, then `bias`.
  public mutating func visitParameters(
    _ visit: (_ name: String, _ value: inout Tensor<Scalar>, _ gradient: Tensor<Scalar>) -> Void
  ) {
    visit("weight", &weight, weightGradient)
    visit("bias", &bias, biasGradient)
  }
}

extension Conv2D {
  private func extents(for input: [Int]) -> ConvolutionExtents {
    require(input.count == 4, "Conv2D: expected a batch [N, C, H, W], got shape \(input)")
    require(
      input[1] == weight.shape[1],
      "Conv2D: the filters take \(weight.shape[1]) channels, the input of shape \(input) "
        + "has \(input[1])")
    let window = Window2D(
      "Conv2D", height: weight.shape[2], width: weight.shape[3], stride: stride,
      padding: padding)
    return ConvolutionExtents(
      "Conv2D", window: window, input: input, weight: weight.shape)
  }

  private static func requireParameters(_ weight: Tensor<Scalar>, _ bias: Tensor<Scalar>) {
    require(
      weight.rank == 4, "Conv2D: expected a weight [O, C, KH, KW], got shape \(weight.shape)")
    require(
      bias.shape == [weight.shape[0]],
      "Conv2D: \(weight.shape[0]) filters need a bias of shape [\(weight.shape[0])], "
        + "got \(bias.shape)")
  }
}
