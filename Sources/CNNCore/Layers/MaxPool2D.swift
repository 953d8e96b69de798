/// Max pooling over a batch of images: the largest number of each window.
///
///     y[n, c, i, j] = max_{u,v} x[n, c, i·s + u − p, j·s + v − p]
///
/// Of equal numbers the first in row-major order counts, as in NumPy's `argmax`. What lies on the
/// padding is no candidate.
///
/// - Shapes: input `[N, C, H, W]`, output
///   `[N, C, (H + 2p − size)/s + 1, (W + 2p − size)/s + 1]`, rounded down, or up in ceil mode.
public struct MaxPool2D<Scalar: TensorScalar>: Layer, Sendable {
  /// The height and width of the window.
  public let size: Size2D
  /// How far the window moves.
  public let stride: Size2D
  /// How far windows reach beyond the image.
  public let padding: Padding2D
  /// Whether the number of windows is rounded up.
  public let ceilMode: Bool
  private var memory: Memory?

  private struct Memory {
    let window: Window2D
    let inputShape: [Int]
    let outputShape: [Int]
    /// The place in its plane of each output element.
    let places: [Int32]
  }

  /// Max pooling.
  ///
  /// - Parameters:
  ///   - size: The height and width of the window, one number or `[rows, columns]`.
  ///   - stride: How far the window moves, its size if not given.
  ///   - padding: How far windows reach beyond the image, less than their size.
  ///   - ceilMode: Whether the number of windows is rounded up, so that the last ones may reach
  ///     beyond the image; one that would start there is dropped, as in PyTorch.
  public init<Stride: Size2DConvertible>(
    size: some Size2DConvertible, stride: Stride? = nil as Int?,
    padding: some Padding2DConvertible = 0, ceilMode: Bool = false
  ) {
    self.init(size.size2D, stride?.size2D, padding.padding2D, ceilMode)
  }

  private init(_ size: Size2D, _ stride: Size2D?, _ padding: Padding2D, _ ceilMode: Bool) {
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
    self.ceilMode = ceilMode
  }

  /// The largest number of each window.
  public mutating func forward(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    let window = Window2D(
      pooling: "MaxPool2D", size: size, stride: stride, padding: padding, ceilMode: ceilMode,
      batch: input.shape)
    let (values, places) = window.maxima(
      of: input.scalars, planes: input.shape[0] * input.shape[1])
    let outputShape = [
      input.shape[0], input.shape[1], window.outputRows, window.outputColumns,
    ]
    memory = Memory(
      window: window, inputShape: input.shape, outputShape: outputShape, places: places)
    return Tensor(unchecked: outputShape, values)
  }

  /// The gradient for the input: each number goes to where the maximum stood; they add up where
  /// windows overlap.
  public mutating func backward(_ outputGradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let memory = remembered(memory)
    requireGradient(outputGradient, outputShape: memory.outputShape)
    let shape = memory.inputShape
    return Tensor(
      unchecked: shape,
      memory.window.maximaGradient(
        outputGradient.scalars, places: memory.places, planes: shape[0] * shape[1]))
  }

  /// `[C, OH, OW]` for a sample `[C, H, W]`.
  public func outputShape(forSample shape: [Int]) -> [Int] {
    let window = Window2D(
      pooling: "MaxPool2D", size: size, stride: stride, padding: padding, ceilMode: ceilMode,
      sample: shape)
    return [shape[0], window.outputRows, window.outputColumns]
  }
}

// Without a context that says otherwise, layers take doubles.
extension MaxPool2D where Scalar == Double {
  /// Max pooling of doubles.
  ///
  /// - Parameters:
  ///   - size: The height and width of the window, one number or `[rows, columns]`.
  ///   - stride: How far the window moves, its size if not given.
  ///   - padding: How far windows reach beyond the image, less than their size.
  ///   - ceilMode: Whether the number of windows is rounded up, so that the last ones may reach
  ///     beyond the image; one that would start there is dropped, as in PyTorch.
  public init<Stride: Size2DConvertible>(
    size: some Size2DConvertible, stride: Stride? = nil as Int?,
    padding: some Padding2DConvertible = 0, ceilMode: Bool = false
  ) {
    self.init(size.size2D, stride?.size2D, padding.padding2D, ceilMode)
  }
}
