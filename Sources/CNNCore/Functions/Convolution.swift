/// The two-dimensional convolution of a matrix with a kernel.
///
///     z[i, j] = b + Σ_{u,v} k[u, v] · x[i·s + u − p, j·s + v − p]
///
/// Each output is one chain of fused multiply-adds over the kernel in row-major order, starting from
/// zero, and the bias is added last.
///
/// - Parameters:
///   - x: The input.
///   - kernel: The kernel k.
///   - bias: The bias b.
///   - stride: The step s from one window to the next, along both axes.
///   - padding: How many rows and columns of zeros surround the input, p.
/// - Shapes: input `[H, W]`, kernel `[KH, KW]`, output
///   `[(H + 2p − KH)/s + 1, (W + 2p − KW)/s + 1]`, rounded down.
/// - Note: Cross-correlation, as everywhere in deep learning: the kernel is not flipped.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func convolve<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, with kernel: Tensor<Scalar>, bias: Scalar = 0, stride: Int = 1,
  padding: Int = 0
) -> Tensor<Scalar> {
  let size = convolvedShape(x.shape, kernel: kernel.shape, stride: stride, padding: padding)
  var output = Tensor<Scalar>.zeros(size)
  for i in 0..<size[0] {
    for j in 0..<size[1] {
      var sum: Scalar = 0
      for u in 0..<kernel.shape[0] {
        let row = i * stride + u - padding
        guard row >= 0, row < x.shape[0] else { continue }
        for v in 0..<kernel.shape[1] {
          let column = j * stride + v - padding
          guard column >= 0, column < x.shape[1] else { continue }
          sum.addProduct(
            kernel.scalars[u * kernel.shape[1] + v], x.scalars[row * x.shape[1] + column])
        }
      }
      output.scalars[i * size[1] + j] = sum + bias
    }
  }
  return output
}

/// The gradients of a loss with respect to all that a convolution is computed from.
public struct ConvolutionGradients<Scalar: TensorScalar>: Sendable {
  /// ∂L/∂k, with the kernel's shape.
  public let kernel: Tensor<Scalar>
  /// ∂L/∂b.
  public let bias: Scalar
  /// ∂L/∂x, with the input's shape.
  public let input: Tensor<Scalar>
}

/// The backward pass of ``convolve(_:with:bias:stride:padding:)``.
///
///     ∂L/∂k[u, v] = Σ_{i,j} g[i, j] · x[i·s + u − p, j·s + v − p]
///     ∂L/∂b       = Σ_{i,j} g[i, j]
///     ∂L/∂x[r, c] = Σ_{i,j,u,v: i·s+u−p = r, j·s+v−p = c} g[i, j] · k[u, v]
///
/// With stride 1 the first is the valid cross-correlation of x with g, and the last the full
/// convolution of g with the kernel turned by 180°.
///
/// - Parameter outputGradient: g = ∂L/∂z, with the output's shape.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func convolutionGradients<Scalar: TensorScalar>(
  input x: Tensor<Scalar>, kernel: Tensor<Scalar>, outputGradient g: Tensor<Scalar>,
  stride: Int = 1, padding: Int = 0
) -> ConvolutionGradients<Scalar> {
  let size = convolvedShape(x.shape, kernel: kernel.shape, stride: stride, padding: padding)
  require(
    g.shape == size,
    "convolutionGradients: the output's shape is \(size.shapeText), "
      + "and the gradient's is \(g.shape.shapeText)")
  var kernelGradient = Tensor<Scalar>.zeros(kernel.shape)
  var inputGradient = Tensor<Scalar>.zeros(x.shape)
  for i in 0..<size[0] {
    for j in 0..<size[1] {
      let gradient = g.scalars[i * size[1] + j]
      for u in 0..<kernel.shape[0] {
        let row = i * stride + u - padding
        guard row >= 0, row < x.shape[0] else { continue }
        for v in 0..<kernel.shape[1] {
          let column = j * stride + v - padding
          guard column >= 0, column < x.shape[1] else { continue }
          let place = row * x.shape[1] + column
          let tap = u * kernel.shape[1] + v
          kernelGradient.scalars[tap].addProduct(gradient, x.scalars[place])
          inputGradient.scalars[place].addProduct(gradient, kernel.scalars[tap])
        }
      }
    }
  }
  return ConvolutionGradients(kernel: kernelGradient, bias: g.sum(), input: inputGradient)
}

/// The shape of a convolution's output.
private func convolvedShape(
  _ input: [Int], kernel: [Int], stride: Int, padding: Int
) -> [Int] {
  require(
    input.count == 2, "convolve: a matrix was expected, and the input is \(input.shapeText)")
  require(
    kernel.count == 2, "convolve: a matrix was expected, and the kernel is \(kernel.shapeText)")
  require(stride > 0, "convolve: the stride is at least 1, and \(stride) was given")
  require(padding >= 0, "convolve: the padding is at least 0, and \(padding) was given")
  require(!kernel.contains(0), "convolve: the kernel \(kernel.shapeText) is empty")
  require(
    kernel[0] <= input[0] + 2 * padding && kernel[1] <= input[1] + 2 * padding,
    "convolve: kernel \(kernel.shapeText) is larger than the \(input.shapeText) input "
      + "(padding \(padding))")
  return (0..<2).map { (input[$0] + 2 * padding - kernel[$0]) / stride + 1 }
}
