/// The leaky rectified linear unit: the number if it is positive, otherwise a small part of it.
///
///     leakyReLU(x) = x where x > 0, else slope · x
///
/// - Parameter slope: The slope below zero; 0.01 if not given, as in PyTorch.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func leakyReLU<Scalar: TensorScalar>(_ x: Scalar, slope: Scalar = 0.01) -> Scalar {
  x > 0 ? x : slope * x
}

/// The leaky rectified linear unit of each element.
///
///     leakyReLU(x) = x where x > 0, else slope · x
///
/// - Parameter slope: The slope below zero; 0.01 if not given, as in PyTorch.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func leakyReLU<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, slope: Scalar = 0.01
) -> Tensor<Scalar> {
  x.mapped { leakyReLU($0, slope: slope) }
}

/// The derivative of the leaky rectified linear unit: 1 above zero, the slope elsewhere, at zero
/// too.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func leakyReLUDerivative<Scalar: TensorScalar>(
  _ x: Scalar, slope: Scalar = 0.01
) -> Scalar {
  x > 0 ? 1 : slope
}

/// The derivative of the leaky rectified linear unit at each element: 1 above zero, the slope
/// elsewhere.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func leakyReLUDerivative<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, slope: Scalar = 0.01
) -> Tensor<Scalar> {
  x.mapped { leakyReLUDerivative($0, slope: slope) }
}
