// Element-wise comparisons with the number on the left: `0 .< x` is `x .> 0`.

extension Tensor {
  /// A mask of where the number equals the element.
  public static func .== (left: Scalar, right: Tensor) -> Tensor { right .== left }

  /// A mask of where the number differs from the element.
  public static func .!= (left: Scalar, right: Tensor) -> Tensor { right .!= left }

  /// A mask of where the number is less than the element.
  public static func .< (left: Scalar, right: Tensor) -> Tensor { right .> left }

  /// A mask of where the number is at most the element.
  public static func .<= (left: Scalar, right: Tensor) -> Tensor { right .>= left }

  /// A mask of where the number is greater than the element.
  public static func .> (left: Scalar, right: Tensor) -> Tensor { right .< left }

  /// A mask of where the number is at least the element.
  public static func .>= (left: Scalar, right: Tensor) -> Tensor { right .<= left }
}
