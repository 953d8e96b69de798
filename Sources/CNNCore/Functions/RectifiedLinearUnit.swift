/// The rectified linear unit: the number if it is positive, otherwise 0; NaN stays.
///
///     relu(x) = max(0, x)
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func relu<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  x > 0 || x.isNaN ? x : 0
}

/// The rectified linear unit of each element.
///
///     relu(x) = max(0, x)
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func relu<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  Tensor(unchecked: x.shape, Kernels.relu(x.scalars))
}

/// The derivative of the rectified linear unit: 1 above zero, 0 elsewhere, at zero too.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func reluDerivative<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
  x > 0 ? 1 : 0
}

/// The derivative of the rectified linear unit at each element: 1 above zero, 0 elsewhere.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func reluDerivative<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { reluDerivative($0) }
}
