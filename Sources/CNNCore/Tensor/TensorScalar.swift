#if canImport(Glibc)
  // Where the processor's baseline has no fused multiply-add, `addingProduct` is the C library's
  // `fma`, which is exact and so the same everywhere. The import links that library.
  internal import Glibc
#endif

/// A number type that tensors hold: `Float` or `Double`.
public protocol TensorScalar: BinaryFloatingPoint, ElementaryFunctions, LosslessStringConvertible,
  Sendable
{}

extension Float: TensorScalar {}
extension Double: TensorScalar {}
