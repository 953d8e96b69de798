// More functions of numbers and, element by element, of tensors.

/// The power 2ˣ. It is exact for whole x.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func exp2<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.exp2(x) }

/// The power 2ˣ of each element. It is exact for whole x.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func exp2<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.exp2($0) }
}

/// The logarithm to base 10; −∞ at zero and NaN below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log10<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.log10(x) }

/// The logarithm to base 10 of each element; −∞ at zero and NaN below.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log10<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.log10($0) }
}

/// The logarithm to base 2; −∞ at zero and NaN below. It is exact for powers of two.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log2<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.log2(x) }

/// The logarithm to base 2 of each element; −∞ at zero and NaN below. It is exact for powers of two.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func log2<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.log2($0) }
}

/// The sine of an angle in radians; NaN for infinite ones.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sin<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.sin(x) }

/// The sine of an angle in radians, for each element; NaN for infinite ones.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func sin<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.sin($0) }
}

/// The cosine of an angle in radians; NaN for infinite ones.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func cos<Scalar: TensorScalar>(_ x: Scalar) -> Scalar { Scalar.cos(x) }

/// The cosine of an angle in radians, for each element; NaN for infinite ones.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func cos<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  x.mapped { Scalar.cos($0) }
}

/// The power xʸ; NaN for a negative base and a broken exponent.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func pow<Scalar: TensorScalar>(_ x: Scalar, _ y: Scalar) -> Scalar { Scalar.pow(x, y) }

/// The power xʸ of each element; NaN for a negative base and a broken exponent.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func pow<Scalar: TensorScalar>(_ x: Tensor<Scalar>, _ y: Scalar) -> Tensor<Scalar> {
  x.mapped { Scalar.pow($0, y) }
}

/// The powers xʸ of a number for each exponent.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func pow<Scalar: TensorScalar>(_ x: Scalar, _ y: Tensor<Scalar>) -> Tensor<Scalar> {
  y.mapped { Scalar.pow(x, $0) }
}

/// The powers xʸ of matching elements, after broadcasting.
@_specialize(where Scalar == Float)
@_specialize(where Scalar == Double)
public func pow<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, _ y: Tensor<Scalar>
) -> Tensor<Scalar> {
  x.combined(with: y) { Scalar.pow($0, $1) }
}
