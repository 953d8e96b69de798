/// What max pooling yields: the maxima and where each of them was.
public struct MaxPooling<Scalar: TensorScalar>: Sendable {
  /// The maximum of each window.
  public let output: Tensor<Scalar>
  /// The row and column in the input of each maximum, window by window in row-major order.
  public let positions: [[Int]]
  /// The input's shape.
  let inputShape: [Int]
}

/// The maximum of each window of a matrix.
///
///     a[i, j] = max_{u,v < k} x[i·s + u, j·s + v]
///
/// - Parameters:
///   - x: The input.
///   - size: The height and width k of a window.
///   - stride: The step s from one window to the next; by default the size, so that windows do not
///     overlap.
/// - Shapes: input `[H, W]`, output `[(H − k)/s + 1, (W − k)/s + 1]`, rounded down.
/// - Note: Of equal maxima the first in row-major order counts, as NumPy's `argmax` has it.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func maxPool<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, size: Int, stride: Int? = nil
) -> MaxPooling<Scalar> {
  let step = stride ?? size
  require(x.rank == 2, "maxPool: a matrix was expected, and the input is \(x.shape.shapeText)")
  require(step > 0, "maxPool: the stride is at least 1, and \(step) was given")
  require(
    size > 0 && size <= x.shape[0] && size <= x.shape[1],
    "maxPool: a window of \(size)×\(size) does not fit into the \(x.shape.shapeText) input")
  let shape = x.shape.map { ($0 - size) / step + 1 }
  var maxima: [Scalar] = []
  var positions: [[Int]] = []
  for i in 0..<shape[0] {
    for j in 0..<shape[1] {
      let window = x[i * step..<i * step + size, j * step..<j * step + size]
      let index = window.argmax()
      maxima.append(window.scalars[index])
      positions.append([i * step + index / size, j * step + index % size])
    }
  }
  return MaxPooling(
    output: Tensor(shape: shape, scalars: maxima), positions: positions, inputShape: x.shape)
}

extension MaxPooling {
  /// The backward pass: each gradient goes to the place of its maximum; where windows overlap and
  /// share a maximum, the gradients add up. All other places get 0.
  ///
  /// - Parameter gradient: ∂L/∂a, with the output's shape.
  /// - Returns: ∂L/∂x, with the input's shape.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func inputGradient(_ gradient: Tensor<Scalar>) -> Tensor<Scalar> {
    require(
      gradient.shape == output.shape,
      "inputGradient: the pooled shape is \(output.shape.shapeText), "
        + "and the gradient's is \(gradient.shape.shapeText)")
    var result = Tensor<Scalar>.zeros(inputShape)
    for (position, value) in zip(positions, gradient.scalars) {
      result.scalars[position[0] * inputShape[1] + position[1]] += value
    }
    return result
  }
}
