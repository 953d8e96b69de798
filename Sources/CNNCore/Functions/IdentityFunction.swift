/// The number itself: the activation of a layer that has none.
public func identity<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { x }

/// The tensor itself: the activation of a layer that has none.
public func identity<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x }

/// The derivative of the identity, 1.
public func identityDerivative<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { 1 }

/// The derivative of the identity at each element, 1.
public func identityDerivative<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  Tensor(repeating: 1, shape: x.shape)
}
