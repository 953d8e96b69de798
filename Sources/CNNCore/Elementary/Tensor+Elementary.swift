// Functions of numbers and, element by element, of tensors.

/// The exponential eˣ.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func exp<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.exp(x) }

/// The exponential eˣ of each element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func exp<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.exp($0) }
}

/// The natural logarithm; −∞ at zero and NaN below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.log(x) }

/// The natural logarithm of each element; −∞ at zero and NaN below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.log($0) }
}

/// The hyperbolic tangent.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func tanh<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.tanh(x) }

/// The hyperbolic tangent of each element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func tanh<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.tanh($0) }
}

/// The square root of each element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sqrt<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { $0.squareRoot() }
}

/// The magnitude of each element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func abs<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { $0.magnitude }
}
