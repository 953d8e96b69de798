// Variances and standard deviations of all elements, and along one axis. They are defined where those
// along several axes are.

extension Tensor {
  /// The variance of all elements.
  ///
  ///     Σ (x − mean)² / (n − correction)
  ///
  /// - Precondition: There are more elements than the correction.
  public func variance(correction: Int = 0) -> Scalar {
    variance(axes: [], correction: correction).item
  }

  /// The standard deviation of all elements: the root of the variance.
  public func standardDeviation(correction: Int = 0) -> Scalar {
    standardDeviation(axes: [], correction: correction).item
  }

  /// The variances along an axis, which vanishes unless it is kept with length 1; a negative axis counts
  /// from the last.
  public func variance(axis: Int, correction: Int = 0, keepingAxes: Bool = false) -> Tensor {
    variance(axes: [axis], correction: correction, keepingAxes: keepingAxes)
  }

  /// The standard deviations along an axis, which vanishes unless it is kept with length 1; a negative
  /// axis counts from the last.
  public func standardDeviation(
    axis: Int, correction: Int = 0, keepingAxes: Bool = false
  ) -> Tensor {
    standardDeviation(axes: [axis], correction: correction, keepingAxes: keepingAxes)
  }

  /// The sums along an axis, which stays with length 1 where `keepingAxes` says so.
  ///
  ///     x / x.sum(axis: 1, keepingAxes: true)
  ///
  /// - Shapes: `[2, 3]` along axis 1 gives `[2, 1]`, or `[2]`.
  public func sum(axis: Int, keepingAxes: Bool) -> Tensor {
    sum(axis: axis).keeping(axis, of: self, keepingAxes)
  }

  /// The means along an axis, which stays with length 1 where `keepingAxes` says so.
  public func mean(axis: Int, keepingAxes: Bool) -> Tensor {
    mean(axis: axis).keeping(axis, of: self, keepingAxes)
  }

  /// The smallest elements along an axis, which stays with length 1 where `keepingAxes` says so.
  public func min(axis: Int, keepingAxes: Bool) -> Tensor {
    min(axis: axis).keeping(axis, of: self, keepingAxes)
  }

  /// The largest elements along an axis, which stays with length 1 where `keepingAxes` says so.
  public func max(axis: Int, keepingAxes: Bool) -> Tensor {
    max(axis: axis).keeping(axis, of: self, keepingAxes)
  }

  /// What a reduction of a tensor along an axis gave, with that axis or without.
  private func keeping(_ axis: Int, of whole: Tensor, _ keeps: Bool) -> Tensor {
    guard keeps else { return self }
    var kept = whole.shape
    kept[whole.axisIndex(axis)] = 1
    return Tensor(unchecked: kept, scalars)
  }
}
