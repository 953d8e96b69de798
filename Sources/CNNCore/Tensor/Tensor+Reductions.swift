// Sums follow the fixed rule of `pairwiseSum`, over the elements in row-major order.
// A NaN among the elements is the result, as in NumPy. Of equal extremes the first counts.

extension Tensor {
  /// The sum of all elements; 0 if there is none.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func sum() -> Scalar {
    scalars.withUnsafeBufferPointer { pairwiseSum($0, count: $0.count) }
  }

  /// The mean of all elements.
  ///
  /// - Precondition: There is an element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func mean() -> Scalar {
    requireElements("mean", count)
    return sum() / Scalar(count)
  }

  /// The smallest element.
  ///
  /// - Precondition: There is an element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func min() -> Scalar {
    requireElements("min", count)
    return scalars[argmin()]
  }

  /// The largest element.
  ///
  /// - Precondition: There is an element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func max() -> Scalar {
    requireElements("max", count)
    return scalars[argmax()]
  }

  /// The place of the smallest element in row-major order.
  ///
  /// - Precondition: There is an element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func argmin() -> Int {
    requireElements("argmin", count)
    return firstExtreme(from: 0, step: 1, count: count) { $0 < $1 }
  }

  /// The place of the largest element in row-major order.
  ///
  /// - Precondition: There is an element.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func argmax() -> Int {
    requireElements("argmax", count)
    return firstExtreme(from: 0, step: 1, count: count) { $0 > $1 }
  }

  /// The first element that no other one surpasses; the first NaN if there is one.
  @inline(__always)
  func firstExtreme(
    from start: Int, step: Int, count: Int, _ surpasses: (Scalar, Scalar) -> Bool
  ) -> Int {
    var best = 0
    for i in 0..<count {
      let (value, champion) = (scalars[start + i * step], scalars[start + best * step])
      if value.isNaN { return i }
      if surpasses(value, champion) { best = i }
    }
    return best
  }

  func requireElements(_ name: String, _ count: Int) {
    require(count > 0, "\(name): a tensor of shape \(shape) has no elements to reduce")
  }
}
