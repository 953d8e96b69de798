/// The derivative of the hyperbolic tangent at `x` (not at its value tanh(x)).
///
///     tanh'(x) = 1 − tanh²(x) = 4t / (1 + t)²,   t = e^(−2|x|)
///
/// The last form is used, since the first loses all digits where tanh(x) is near ±1.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func tanhDerivative<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  let t = Scalar.exp(-2 * x.magnitude)
  return 4 * t / ((1 + t) * (1 + t))
}

/// The derivative of the hyperbolic tangent at each element `x` (not at its value tanh(x)).
///
///     tanh'(x) = 1 − tanh²(x) = 4t / (1 + t)²,   t = e^(−2|x|)
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func tanhDerivative<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { tanhDerivative($0) }
}
