extension Tensor {
  /// The tensor with a function applied to each element.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func map(_ transform: (Scalar) -> Scalar) -> Tensor {
    Tensor(shape: shape, scalars: scalars.map(transform))
  }

  /// The element-wise result of a function of two tensors of the same shape.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  func combined(
    with other: Tensor, _ name: String, _ function: (Scalar, Scalar) -> Scalar
  ) -> Tensor {
    require(
      shape == other.shape,
      "\(name): the shapes \(shape.shapeText) and \(other.shape.shapeText) differ")
    return Tensor(shape: shape, scalars: zip(scalars, other.scalars).map(function))
  }

  /// The element-wise sum of two tensors of the same shape.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right, "+") { $0 + $1 }
  }

  /// The element-wise difference of two tensors of the same shape.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right, "-") { $0 - $1 }
  }

  /// The element-wise (Hadamard) product of two tensors of the same shape.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right, "*") { $0 * $1 }
  }

  /// The element-wise quotient of two tensors of the same shape.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right, "/") { $0 / $1 }
  }

  /// A number added to each element.
  public static func + (left: Tensor, right: Scalar) -> Tensor { left.map { $0 + right } }

  /// A number added to each element.
  public static func + (left: Scalar, right: Tensor) -> Tensor { right.map { left + $0 } }

  /// A number subtracted from each element.
  public static func - (left: Tensor, right: Scalar) -> Tensor { left.map { $0 - right } }

  /// Each element subtracted from a number.
  public static func - (left: Scalar, right: Tensor) -> Tensor { right.map { left - $0 } }

  /// Each element multiplied by a number.
  public static func * (left: Tensor, right: Scalar) -> Tensor { left.map { $0 * right } }

  /// Each element multiplied by a number.
  public static func * (left: Scalar, right: Tensor) -> Tensor { right.map { left * $0 } }

  /// Each element divided by a number.
  public static func / (left: Tensor, right: Scalar) -> Tensor { left.map { $0 / right } }

  /// The tensor with the sign of each element changed.
  public static prefix func - (tensor: Tensor) -> Tensor { tensor.map { -$0 } }

  /// Adds the elements of another tensor of the same shape.
  public static func += (left: inout Tensor, right: Tensor) { left = left + right }

  /// Subtracts the elements of another tensor of the same shape, as in a step of gradient descent:
  /// `kernel -= learningRate * gradient`.
  public static func -= (left: inout Tensor, right: Tensor) { left = left - right }
}

extension Tensor {
  /// The matrix product.
  ///
  ///     y[i, j] = Σ_k a[i, k] · b[k, j]
  ///
  /// Each element is one chain of fused multiply-adds in the order of `k`, starting from zero.
  ///
  /// - Shapes: `[M, K]` times `[K, N]` is `[M, N]`.
  @_specialize(where Scalar == Double)
  @_specialize(where Scalar == Float)
  public func matmul(_ other: Tensor) -> Tensor {
    require(
      rank == 2 && other.rank == 2 && shape[1] == other.shape[0],
      "matmul: \(shape.shapeText) does not multiply \(other.shape.shapeText); "
        + "[M, K] times [K, N] was expected")
    let (m, k, n) = (shape[0], shape[1], other.shape[1])
    var result = [Scalar](repeating: 0, count: m * n)
    for i in 0..<m {
      for l in 0..<k {
        let factor = scalars[i * k + l]
        for j in 0..<n {
          result[i * n + j].addProduct(factor, other.scalars[l * n + j])
        }
      }
    }
    return Tensor(shape: [m, n], scalars: result)
  }
}
