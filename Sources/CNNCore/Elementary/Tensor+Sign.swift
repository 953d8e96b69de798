/// The sign: −1, 0 or 1; NaN for NaN.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sign<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x
}

/// The sign of each element: −1, 0 or 1; NaN for NaN.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sign<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { sign($0) }
}
