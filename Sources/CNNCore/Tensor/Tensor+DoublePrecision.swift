extension Tensor {
  /// The elements in double precision.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  func inDoublePrecision() -> [Double] {
    (scalars as? [Double]) ?? scalars.map { Double($0) }
  }

  /// A tensor of numbers in double precision, rounded to nearest.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  init(rounding doubles: [Double], shape: [Int]) {
    self.init(unchecked: shape, (doubles as? [Scalar]) ?? doubles.map { Scalar($0) })
  }
}
