/// The cross-correlation of a matrix with a kernel, plus a bias: what neural networks call
/// convolution.
///
///     y[i, j] = Σ_{u,v} k[u, v] · x[i·s + u − p, j·s + v − p] + b
///
/// - Shapes: input `[H, W]`, kernel `[KH, KW]`, output `[(H + 2p − KH)/s + 1, (W + 2p − KW)/s + 1]`,
///   rounded down. Zeros surround the input where the padding p is positive.
/// - Note: The kernel is not flipped. Each sum is one chain of fused multiply-adds in row-major
///   order of (u, v), the bias added last.
/// - Precondition: The kernel fits into the padded input.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func convolve<Scalar: TensorScalar>(
  _ input: Tensor<Scalar>, with kernel: Tensor<Scalar>, bias: Scalar = 0, stride: Int = 1,
  padding: Int = 0
) -> Tensor<Scalar> {
  let extents = matrixExtents("convolve", input, kernel, stride: stride, padding: padding)
  let output = input.scalars.withUnsafeBufferPointer { input in
    kernel.scalars.withUnsafeBufferPointer { kernel in
      withUnsafePointer(to: bias) { bias in
        extents.output(
          input: input, weight: kernel, bias: UnsafeBufferPointer(start: bias, count: 1))
      }
    }
  }
  return Tensor(unchecked: Array(extents.outputShape[2...]), output)
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
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func fullConvolution<Scalar: TensorScalar>(
  _ matrix: Tensor<Scalar>, with kernel: Tensor<Scalar>
) -> Tensor<Scalar> {
  matrix.requireMatrix("fullConvolution")
  kernel.requireMatrix("fullConvolution")
  let shape = [
    matrix.shape[0] + kernel.shape[0] - 1, matrix.shape[1] + kernel.shape[1] - 1,
  ]
  let input = Tensor<Scalar>(repeating: 0, shape: shape)
  return convolutionGradients(input: input, kernel: kernel, outputGradient: matrix).input
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

/// The gradients of a loss with respect to input, kernel and bias of `convolve`, from the gradient
/// with respect to its output.
///
///     dL/dk[u, v] = Σ_{i,j} g[i, j] · x[i·s + u − p, j·s + v − p]
///     dL/dx[k, l] = Σ_{i,j} g[i, j] · k[k + p − i·s, l + p − j·s]
///     dL/db       = Σ_{i,j} g[i, j]
///
/// - Precondition: The gradient has the shape of the output.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func convolutionGradients<Scalar: TensorScalar>(
  input: Tensor<Scalar>, kernel: Tensor<Scalar>, outputGradient: Tensor<Scalar>, stride: Int = 1,
  padding: Int = 0
) -> ConvolutionGradients<Scalar> {
  let extents = matrixExtents(
    "convolutionGradients", input, kernel, stride: stride, padding: padding)
  let outputShape = Array(extents.outputShape[2...])
  require(
    outputGradient.shape == outputShape,
    "convolutionGradients: the gradient has shape \(outputGradient.shape), the output "
      + "\(outputShape)")
  return outputGradient.scalars.withUnsafeBufferPointer { gradient in
    let inputGradient = kernel.scalars.withUnsafeBufferPointer {
      extents.inputGradient(weight: $0, outputGradient: gradient)
    }
    let kernelGradient = input.scalars.withUnsafeBufferPointer {
      extents.weightGradient(input: $0, outputGradient: gradient)
    }
    return ConvolutionGradients(
      input: Tensor(unchecked: input.shape, inputGradient),
      kernel: Tensor(unchecked: kernel.shape, kernelGradient),
      bias: pairwiseSum(gradient, count: gradient.count))
  }
}

private func matrixExtents<Scalar: TensorScalar>(
  _ owner: String, _ input: Tensor<Scalar>, _ kernel: Tensor<Scalar>, stride: Int, padding: Int
) -> ConvolutionExtents {
  input.requireMatrix(owner)
  kernel.requireMatrix(owner)
  let window = Window2D(
    owner, height: kernel.shape[0], width: kernel.shape[1], stride: stride, padding: padding)
  return ConvolutionExtents(
    owner, window: window, input: [1, 1] + input.shape, weight: [1, 1] + kernel.shape)
}
