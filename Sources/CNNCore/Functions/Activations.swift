/// The rectified linear unit, element by element.
///
///     a = max(0, z)
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func relu<Scalar: TensorScalar>(_ z: Tensor<Scalar>) -> Tensor<Scalar> {
  z.map { $0 > 0 ? $0 : 0 }
}

/// The derivative of the rectified linear unit: 1 where z > 0, else 0, also at 0 itself.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func reluDerivative<Scalar: TensorScalar>(_ z: Tensor<Scalar>) -> Tensor<Scalar> {
  z.map { $0 > 0 ? 1 : 0 }
}

/// The logistic function.
///
///     σ(z) = 1 / (1 + e^(−z))
///
/// Stable for every z: the exponential is never taken of a positive number.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func sigmoid<Scalar: TensorScalar>(_ z: Scalar) -> Scalar {
  if z >= 0 { return 1 / (1 + exp(-z)) }
  let power = exp(z)
  return power / (1 + power)
}

/// The derivative of the logistic function, σ'(z) = σ(z)·(1 − σ(z)).
///
/// It is taken as e^(−|z|) / (1 + e^(−|z|))², which keeps its digits where σ(z) is near 1.
@_specialize(where Scalar == Double)
@_specialize(where Scalar == Float)
public func sigmoidDerivative<Scalar: TensorScalar>(_ z: Scalar) -> Scalar {
  let power = exp(-z.magnitude)
  return power / ((1 + power) * (1 + power))
}

/// The logistic function, element by element.
public func sigmoid<Scalar: TensorScalar>(_ z: Tensor<Scalar>) -> Tensor<Scalar> {
  z.map { sigmoid($0) }
}
