// Element-wise arithmetic. Tensors of different shapes are broadcast by NumPy's rule; `*` is the
// element-wise (Hadamard) product, the matrix product is `matmul`.

extension Tensor {
  /// The element-wise sum.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 + $1 }
  }

  /// The sum of each element and a number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func + (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 + right }
  }

  /// The sum of a number and each element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func + (left: Scalar, right: Tensor) -> Tensor {
    right.mapped { left + $0 }
  }

  /// The element-wise difference.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 - $1 }
  }

  /// The difference of each element and a number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func - (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 - right }
  }

  /// The difference of a number and each element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func - (left: Scalar, right: Tensor) -> Tensor {
    right.mapped { left - $0 }
  }

  /// The element-wise product (not the matrix product, which is `matmul`).
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 * $1 }
  }

  /// The product of each element and a number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func * (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 * right }
  }

  /// The product of a number and each element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func * (left: Scalar, right: Tensor) -> Tensor {
    right.mapped { left * $0 }
  }

  /// The element-wise quotient.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 / $1 }
  }

  /// The quotient of each element and a number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func / (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 / right }
  }

  /// The quotient of a number and each element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func / (left: Scalar, right: Tensor) -> Tensor {
    right.mapped { left / $0 }
  }

  /// The tensor with all signs changed.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static prefix func - (tensor: Tensor) -> Tensor {
    tensor.mapped { -$0 }
  }
}
