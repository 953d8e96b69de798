/// The cross-correlation of a matrix with a kernel, plus a bias: what neural networks call
/// convolution.
///
///     y[i, j] = Σ_{u,v} k[u, v] · x[i·s + u·d − p, j·s + v·d − p] + b
///
/// - Parameters:
///   - stride: How far the kernel moves, one number or `[rows, columns]`.
///   - padding: The zeros around the matrix: one number, `[rows, columns]`, all four sides, `.same`
///     or `.valid`.
///   - dilation: The distance between the elements that neighbours in the kernel meet.
///   - algorithm: How it is computed, each sum by itself if not given.
/// - Shapes: input `[H, W]`, kernel `[KH, KW]`, output
///   `[(H + 2p − d · (KH − 1) − 1)/s + 1, (W + 2p − d · (KW − 1) − 1)/s + 1]`, rounded down.
/// - Note: The kernel is not flipped. Each sum is that of `matmul`, in row-major
///   order of (u, v), the bias added last.
/// - Precondition: The kernel fits into the padded input.
public func convolve<Scalar: TensorScalar>(
  _ input: Tensor<Scalar>, with kernel: Tensor<Scalar>, bias: Scalar = 0,
  stride: some Size2DConvertible = 1, padding: some Padding2DConvertible = 0,
  dilation: some Size2DConvertible = 1, algorithm: ConvolutionAlgorithm = .direct
) -> Tensor<Scalar> {
  convolved(
    input, kernel, bias, stride.size2D, padding.padding2D, dilation.size2D, algorithm)
}

@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
private func convolved<Scalar: TensorScalar>(
  _ input: Tensor<Scalar>, _ kernel: Tensor<Scalar>, _ bias: Scalar, _ stride: Size2D,
  _ padding: Padding2D, _ dilation: Size2D, _ algorithm: ConvolutionAlgorithm
) -> Tensor<Scalar> {
  let extents = ConvolutionExtents(
    "convolve", matrix: input, kernel: kernel, stride: stride, padding: padding,
    dilation: dilation)
  let output = extents.output(
    by: algorithm, input: input.scalars, weight: kernel.scalars, bias: [bias])
  return Tensor(unchecked: extents.matrixShape, output)
}

/// The full convolution of a matrix with a kernel turned by 180°: each number of the matrix spreads
/// the kernel, times itself, over the result.
///
///     y[i, j] = Σ_{u,v} g[i − u, j − v] · k[u, v]
///
/// With `g` the gradient at the output of `convolve` (stride 1, no padding), it is the gradient at
/// its input.
///
/// - Shapes: matrix `[H, W]`, kernel `[KH, KW]`, output `[H + KH − 1, W + KW − 1]`.
public func fullConvolution<Scalar: TensorScalar>(
  _ matrix: Tensor<Scalar>, with kernel: Tensor<Scalar>
) -> Tensor<Scalar> {
  matrix.requireMatrix("fullConvolution")
  kernel.requireMatrix("fullConvolution")
  requireElements("matrix", matrix)
  requireElements("kernel", kernel)
  let shape = [
    matrix.shape[0] + kernel.shape[0] - 1, matrix.shape[1] + kernel.shape[1] - 1,
  ]
  let extents = ConvolutionExtents(
    "fullConvolution", input: shape, kernel: kernel.shape, stride: 1, padding: .valid, dilation: 1)
  return Tensor(
    unchecked: shape,
    extents.inputGradient(by: .direct, weight: kernel.scalars, outputGradient: matrix.scalars))
}

/// Ends the program where a matrix for `fullConvolution` is empty.
private func requireElements<Scalar: TensorScalar>(_ kind: String, _ matrix: Tensor<Scalar>) {
  require(
    matrix.count > 0, "fullConvolution: a \(kind) of \(matrix.shapeDescription) holds no element")
}

/// The gradients of a loss with respect to all that enters a convolution.
public struct ConvolutionGradients<Scalar: TensorScalar>: Hashable, Sendable {
  /// The gradient for the input, of the input's shape.
  public let input: Tensor<Scalar>
  /// The gradient for the kernel, of the kernel's shape.
  public let kernel: Tensor<Scalar>
  /// The gradient for the bias.
  public let bias: Scalar
}

extension ConvolutionGradients: CustomStringConvertible {
  /// The three gradients, one below the other.
  public var description: String { "input:\n\(input)\nkernel:\n\(kernel)\nbias: \(bias)" }
}

/// The gradients of a loss with respect to input, kernel and bias of `convolve`, from the gradient
/// with respect to its output.
///
///     dL/dk[u, v] = Σ_{i,j} g[i, j] · x[i·s + u·d − p, j·s + v·d − p]
///     dL/dx[k, l] = Σ g[i, j] · k[u, v] over all (i, j) whose window has element (u, v) at (k, l)
///     dL/db       = Σ_{i,j} g[i, j]
///
/// - Precondition: The gradient has the shape of the output.
public func convolutionGradients<Scalar: TensorScalar>(
  input: Tensor<Scalar>, kernel: Tensor<Scalar>, outputGradient: Tensor<Scalar>,
  stride: some Size2DConvertible = 1, padding: some Padding2DConvertible = 0,
  dilation: some Size2DConvertible = 1, algorithm: ConvolutionAlgorithm = .direct
) -> ConvolutionGradients<Scalar> {
  let extents = ConvolutionExtents(
    "convolutionGradients", matrix: input, kernel: kernel, stride: stride.size2D,
    padding: padding.padding2D, dilation: dilation.size2D)
  require(
    outputGradient.shape == extents.matrixShape,
    "convolutionGradients: the gradient has shape \(outputGradient.shape), the output "
      + "\(extents.matrixShape)")
  let gradient = outputGradient.scalars
  return ConvolutionGradients(
    input: Tensor(
      unchecked: input.shape,
      extents.inputGradient(by: algorithm, weight: kernel.scalars, outputGradient: gradient)),
    kernel: Tensor(
      unchecked: kernel.shape,
      extents.weightGradient(by: algorithm, input: input.scalars, outputGradient: gradient)),
    bias: extents.biasGradient(outputGradient: gradient)[0])
}

extension ConvolutionExtents {
  /// The extents for a matrix and a kernel.
  ///
  /// - Precondition: The kernel fits into the padded matrix.
  fileprivate init<Scalar: TensorScalar>(
    _ owner: String, matrix: Tensor<Scalar>, kernel: Tensor<Scalar>, stride: Size2D,
    padding: Padding2D, dilation: Size2D
  ) {
    matrix.requireMatrix(owner)
    kernel.requireMatrix(owner)
    self.init(
      owner, input: matrix.shape, kernel: kernel.shape, stride: stride, padding: padding,
      dilation: dilation)
  }

  /// The extents for the shapes of a matrix and a kernel.
  fileprivate init(
    _ owner: String, input: [Int], kernel: [Int], stride: Size2D, padding: Padding2D,
    dilation: Size2D
  ) {
    window = Window2D(
      owner, "kernel", size: Size2D(rows: kernel[0], columns: kernel[1]), stride: stride,
      padding: padding, dilation: dilation, rows: input[0], columns: input[1])
    (samples, inputChannels, outputChannels) = (1, 1, 1)
  }

  /// The shape of the only plane of the output.
  fileprivate var matrixShape: [Int] { [window.outputRows, window.outputColumns] }
}
