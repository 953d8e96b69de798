/// A number type that tensors hold: `Float` or `Double`.
public protocol TensorScalar: BinaryFloatingPoint, LosslessStringConvertible, Sendable {}

extension Float: TensorScalar {}
extension Double: TensorScalar {}
