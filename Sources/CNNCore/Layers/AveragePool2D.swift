/// Average pooling over a batch of images: the mean of each window.
///
///     y[n, c, i, j] = 1/k · Σ_{u,v} x[n, c, i·s + u − p, j·s + v − p],   k elements in the window
///
/// - Shapes: input `[N, C, H, W]`, output
///   `[N, C, (H + 2p − size)/s + 1, (W + 2p − size)/s + 1]`, rounded down, or up in ceil mode.
public struct AveragePool2D<Scalar: TensorScalar>: Layer, Sendable {
  /// The height and width of the window.
  public let size: Size2D
  /// How far the window moves.
  public let stride: Size2D
  /// How many rows and columns of zeros stand on each side of the image.
  public let padding: Padding2D
  /// Whether the number of windows is rounded up.
  public let ceilMode: Bool
  /// Whether the zeros of the padding count as elements of a mean.
  public let countsPadding: Bool
  private var inputShape: [Int]?

  /// Average pooling.
  ///
  /// - Parameters:
  ///   - size: The height and width of the window, one number or `[rows, columns]`.
  ///   - stride: How far the window moves, its size if not given.
  ///   - padding: The zeros around the image, fewer than the window is long.
  ///   - ceilMode: Whether the number of windows is rounded up, so that the last ones may reach
  ///     beyond the image; one that would start there is dropped, as in PyTorch.
  ///   - countsPadding: Whether the zeros of the padding count as elements of a mean, as in PyTorch.
  public init<Stride: Size2DConvertible>(
    size: some Size2DConvertible, stride: Stride? = nil as Int?,
    padding: some Padding2DConvertible = 0, ceilMode: Bool = false, countsPadding: Bool = true
  ) {
    self.init(size.size2D, stride?.size2D, padding.padding2D, ceilMode, countsPadding)
  }

  private init(
    _ size: Size2D, _ stride: Size2D?, _ padding: Padding2D, _ ceilMode: Bool,
    _ countsPadding: Bool
  ) {
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
    self.ceilMode = ceilMode
    self.countsPadding = countsPadding
  }

  /// The mean of each window.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    inputShape = input.shape
    return predict(input)
  }

  /// The mean of each window; nothing is kept.
  public func predict(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let window = window(forBatch: input.shape)
    let planes = input.shape[0] * input.shape[1]
    return Tensor(
      unchecked: outputShape(forBatch: input.shape),
      window.means(of: input.scalars, planes: planes, countsPadding: countsPadding))
  }

  /// The gradient for the input: each window's gradient goes in equal parts to its elements; they
  /// add up where windows overlap.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let inputShape = remembered(inputShape)
    requireGradient(outputGradient, outputShape: outputShape(forBatch: inputShape))
    return Tensor(
      unchecked: inputShape,
      window(forBatch: inputShape).meanGradient(
        outputGradient.scalars, planes: inputShape[0] * inputShape[1],
        countsPadding: countsPadding))
  }

  /// `[C, OH, OW]` for a sample `[C, H, W]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    let window = Window2D(
      pooling: "AveragePool2D", size: size, stride: stride, padding: padding, ceilMode: ceilMode,
      sample: shape)
    return [shape[0], window.outputRows, window.outputColumns]
  }
}

extension AveragePool2D {
  private func window(forBatch shape: [Int]) -> Window2D {
    Window2D(
      pooling: "AveragePool2D", size: size, stride: stride, padding: padding, ceilMode: ceilMode,
      batch: shape)
  }

  private func outputShape(forBatch shape: [Int]) -> [Int] {
    let window = window(forBatch: shape)
    return [shape[0], shape[1], window.outputRows, window.outputColumns]
  }
}

// Without a context that says otherwise, layers take doubles.
extension AveragePool2D where Scalar == Double {
  /// Average pooling of doubles.
  ///
  /// - Parameters:
  ///   - size: The height and width of the window, one number or `[rows, columns]`.
  ///   - stride: How far the window moves, its size if not given.
  ///   - padding: The zeros around the image, fewer than the window is long.
  ///   - ceilMode: Whether the number of windows is rounded up, so that the last ones may reach
  ///     beyond the image; one that would start there is dropped, as in PyTorch.
  ///   - countsPadding: Whether the zeros of the padding count as elements of a mean, as in PyTorch.
  public init<Stride: Size2DConvertible>(
    size: some Size2DConvertible, stride: Stride? = nil as Int?,
    padding: some Padding2DConvertible = 0, ceilMode: Bool = false, countsPadding: Bool = true
  ) {
    self.init(size.size2D, stride?.size2D, padding.padding2D, ceilMode, countsPadding)
  }
}
