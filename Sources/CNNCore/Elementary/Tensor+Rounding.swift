// Roots and roundings, which are exact on every machine, and the functions for numbers near zero.

/// The square root; NaN below zero.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sqrt<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { x.squareRoot() }

/// The largest whole number that is not above.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func floor<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { x.rounded(.down) }

/// The largest whole number that is not above, for each element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func floor<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { $0.rounded(.down) }
}

/// The smallest whole number that is not below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func ceil<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { x.rounded(.up) }

/// The smallest whole number that is not below, for each element.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func ceil<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { $0.rounded(.up) }
}

/// The nearest whole number; halves go away from zero, as in C and Swift.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func round<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { x.rounded() }

/// The nearest whole number to each element; halves go away from zero, as in C and Swift, and not to
/// the even neighbour, as in NumPy.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func round<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { $0.rounded() }
}

/// The exponential less one, eˣ − 1, accurate near zero.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func expm1<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.expm1(x) }

/// The exponential less one, eˣ − 1, of each element, accurate near zero.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func expm1<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.expm1($0) }
}

/// The natural logarithm of 1 + x, accurate near zero; −∞ at −1 and NaN below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log1p<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.log1p(x) }

/// The natural logarithm of 1 + x for each element, accurate near zero; −∞ at −1 and NaN below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log1p<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.log1p($0) }
}
