extension Tensor {
  /// A tensor of the results of a function applied to each element.
  @_specialize(where Scalar == Float, Result == Float)
  @_specialize(where Scalar == Double, Result == Double)
  public func map<Result: TensorScalar>(
    _ transform: (Scalar) throws -> Result
  ) rethrows -> Tensor<Result> {
    Tensor<Result>(unchecked: shape, try scalars.map(transform))
  }

  /// As `map`, for the core's own specialised loops.
  @inline(__always)
  func mapped(_ transform: (Scalar) -> Scalar) -> Tensor {
    let (source, count) = (scalars, count)
    let results = [Scalar](count: count) { buffer in
      for i in 0..<count { buffer.initializeElement(at: i, to: transform(source[i])) }
    }
    return Tensor(unchecked: shape, results)
  }

  /// Changes each element where it is.
  @inline(__always)
  mutating func mapInPlace(_ transform: (inout Scalar) -> Void) {
    scalars.withUnsafeMutableBufferPointer { buffer in
      for i in buffer.indices { transform(&buffer[i]) }
    }
  }
}
