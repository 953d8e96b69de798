/// The logistic function, stable for any finite number.
///
///     σ(x) = 1 / (1 + e⁻ˣ)
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sigmoid<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.sigmoid(x) }

/// The logistic function of each element, stable for any finite number.
///
///     σ(x) = 1 / (1 + e⁻ˣ)
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sigmoid<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.sigmoid($0) }
}

/// The derivative of the logistic function at `x` (not at its value σ(x)).
///
///     σ'(x) = σ(x) · σ(−x) = σ(x) · (1 − σ(x))
///
/// The first form is used, since the second loses all digits where σ(x) is near 1.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sigmoidDerivative<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  Scalar.sigmoid(x) * Scalar.sigmoid(-x)
}

/// The derivative of the logistic function at each element `x` (not at its value σ(x)).
///
///     σ'(x) = σ(x) · σ(−x) = σ(x) · (1 − σ(x))
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sigmoidDerivative<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.sigmoid($0) * Scalar.sigmoid(-$0) }
}
