extension Tensor {
  /// Adds a tensor that broadcasts to this shape.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func += (left: inout Tensor, right: Tensor) {
    left.combine(with: right) { $0 += $1 }
  }

  /// Adds a number to each element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func += (left: inout Tensor, right: Scalar) {
    left.mapInPlace { $0 += right }
  }

  /// Subtracts a tensor that broadcasts to this shape: `weights -= learningRate * gradient`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func -= (left: inout Tensor, right: Tensor) {
    left.combine(with: right) { $0 -= $1 }
  }

  /// Subtracts a number from each element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func -= (left: inout Tensor, right: Scalar) {
    left.mapInPlace { $0 -= right }
  }

  /// Multiplies element-wise by a tensor that broadcasts to this shape.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func *= (left: inout Tensor, right: Tensor) {
    left.combine(with: right) { $0 *= $1 }
  }

  /// Multiplies each element by a number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func *= (left: inout Tensor, right: Scalar) {
    left.mapInPlace { $0 *= right }
  }

  /// Divides element-wise by a tensor that broadcasts to this shape.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func /= (left: inout Tensor, right: Tensor) {
    left.combine(with: right) { $0 /= $1 }
  }

  /// Divides each element by a number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func /= (left: inout Tensor, right: Scalar) {
    left.mapInPlace { $0 /= right }
  }
}
