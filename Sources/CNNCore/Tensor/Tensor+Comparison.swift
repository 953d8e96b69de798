// Element-wise comparisons. Their results are masks, tensors of ones (true) and zeros (false), so that
// `(x .> 0).sum()` counts and `mask * x` selects. Shapes are broadcast by NumPy's rule; comparisons
// with NaN are false, but for `.!=`.

extension Tensor {
  /// A mask of where the left element equals the right one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .== (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 == $1 ? 1 : 0 }
  }

  /// A mask of where the element equals the number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .== (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 == right ? 1 : 0 }
  }

  /// A mask of where the left element differs from the right one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .!= (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 != $1 ? 1 : 0 }
  }

  /// A mask of where the element differs from the number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .!= (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 != right ? 1 : 0 }
  }

  /// A mask of where the left element is less than the right one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .< (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 < $1 ? 1 : 0 }
  }

  /// A mask of where the element is less than the number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .< (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 < right ? 1 : 0 }
  }

  /// A mask of where the left element is at most the right one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .<= (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 <= $1 ? 1 : 0 }
  }

  /// A mask of where the element is at most the number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .<= (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 <= right ? 1 : 0 }
  }

  /// A mask of where the left element is greater than the right one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .> (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 > $1 ? 1 : 0 }
  }

  /// A mask of where the element is greater than the number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .> (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 > right ? 1 : 0 }
  }

  /// A mask of where the left element is at least the right one.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .>= (left: Tensor, right: Tensor) -> Tensor {
    left.combined(with: right) { $0 >= $1 ? 1 : 0 }
  }

  /// A mask of where the element is at least the number.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public static func .>= (left: Tensor, right: Scalar) -> Tensor {
    left.mapped { $0 >= right ? 1 : 0 }
  }
}
