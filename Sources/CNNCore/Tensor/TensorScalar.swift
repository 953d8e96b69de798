/// A number type that tensors hold: `Float` or `Double`.
public protocol TensorScalar: BinaryFloatingPoint, LosslessStringConvertible, Sendable {
  /// The number nearest to a double; both directions are exact for `Double`.
  init(_ value: Double)
}

extension Float: TensorScalar {}
extension Double: TensorScalar {}
