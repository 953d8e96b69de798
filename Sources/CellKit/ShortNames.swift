import CNNCore

// The core's functions of a single number by their short names. Being no generic functions, they take
// `log(2)` for what is meant; a program of cells that imports the C library's gets these once more.

/// The exponential eˣ.
public func exp(_ x: Double) -> Double { Double.exp(x) }

/// The exponential less one, eˣ − 1, accurate near zero.
public func expm1(_ x: Double) -> Double { Double.expm1(x) }

/// The power 2ˣ.
public func exp2(_ x: Double) -> Double { Double.exp2(x) }

/// The natural logarithm; −∞ at zero and NaN below.
public func log(_ x: Double) -> Double { Double.log(x) }

/// The natural logarithm of 1 + x, accurate near zero.
public func log1p(_ x: Double) -> Double { Double.log1p(x) }

/// The logarithm to base 2; −∞ at zero and NaN below.
public func log2(_ x: Double) -> Double { Double.log2(x) }

/// The logarithm to base 10; −∞ at zero and NaN below.
public func log10(_ x: Double) -> Double { Double.log10(x) }

/// The hyperbolic tangent.
public func tanh(_ x: Double) -> Double { Double.tanh(x) }

/// The sine of an angle in radians.
public func sin(_ x: Double) -> Double { Double.sin(x) }

/// The cosine of an angle in radians.
public func cos(_ x: Double) -> Double { Double.cos(x) }

/// The power xʸ; NaN for a negative base and a broken exponent.
public func pow(_ x: Double, _ y: Double) -> Double { Double.pow(x, y) }

// These round exactly, as the C library's do, so a program that imports that may take either: its own
// go before them where both are seen.

/// The square root; NaN below zero.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// The largest whole number that is not above.
@_disfavoredOverload
public func floor(_ x: Double) -> Double { x.rounded(.down) }

/// The smallest whole number that is not below.
@_disfavoredOverload
public func ceil(_ x: Double) -> Double { x.rounded(.up) }

/// The nearest whole number; halves go away from zero.
@_disfavoredOverload
public func round(_ x: Double) -> Double { x.rounded() }
