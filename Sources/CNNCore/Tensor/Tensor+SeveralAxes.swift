// Reductions along several axes at once. A negative axis counts from the last; no axes at all means
// all of them. With `keepingAxes` a reduced axis stays with length 1, so that the result broadcasts
// against the tensor. Numbers are summed by the rule of `pairwiseSum`, in row-major order.

extension Tensor {
  /// The sums along axes.
  ///
  /// - Shapes: `[N, C, H, W]` along axes 0, 2, 3 gives `[C]`, or `[1, C, 1, 1]`.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func sum(axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let runs = runs(along: axes, "sum")
    return runs.scalars.withUnsafeBufferPointer { buffer in
      runs.reduced(keepingAxes) { pairwiseSum(buffer, from: $0, count: $1) }
    }
  }

  /// The means along axes.
  ///
  /// - Precondition: No axis among them has length 0.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func mean(axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let runs = runs(along: axes, "mean")
    requireElements("mean", runs.length)
    return runs.scalars.withUnsafeBufferPointer { buffer in
      runs.reduced(keepingAxes) {
        pairwiseSum(buffer, from: $0, count: $1) / Scalar($1)
      }
    }
  }

  /// The variances along axes.
  ///
  ///     Σ (x − mean)² / (n − correction)
  ///
  /// The correction of 0 is that of the whole population, as in NumPy and in batch normalisation; 1
  /// makes the estimate from a sample unbiased.
  ///
  /// - Precondition: There are more elements than the correction.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func variance(
    axes: [Int], correction: Int = 0, keepingAxes: Bool = false
  ) -> Tensor {
    let runs = runs(along: axes, "variance")
    require(
      runs.length > correction,
      "variance: \(runs.length) elements of shape \(shape) are not more than the correction of "
        + "\(correction)")
    let centered = self - mean(axes: axes, keepingAxes: true)
    let squares = (centered * centered).sum(axes: axes, keepingAxes: keepingAxes)
    return squares / Scalar(runs.length - correction)
  }

  /// The standard deviations along axes: the roots of the variances.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func standardDeviation(
    axes: [Int], correction: Int = 0, keepingAxes: Bool = false
  ) -> Tensor {
    sqrt(variance(axes: axes, correction: correction, keepingAxes: keepingAxes))
  }

  /// The smallest elements along axes.
  ///
  /// - Precondition: No axis among them has length 0.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func min(axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let runs = runs(along: axes, "min")
    requireElements("min", runs.length)
    return runs.reduced(keepingAxes) { runs.extreme($0, $1) { $0 < $1 } }
  }

  /// The largest elements along axes.
  ///
  /// - Precondition: No axis among them has length 0.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func max(axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let runs = runs(along: axes, "max")
    requireElements("max", runs.length)
    return runs.reduced(keepingAxes) { runs.extreme($0, $1) { $0 > $1 } }
  }

  private func runs(along axes: [Int], _ caller: String) -> AxisRuns<Scalar> {
    AxisRuns(self, axes: axes, caller)
  }
}

/// The elements to reduce, each group in one run.
private struct AxisRuns<Scalar: TensorScalar> {
  let scalars: [Scalar]
  /// The elements of a run.
  let length: Int
  private let reducedShape: [Int]
  private let keptShape: [Int]

  init(_ tensor: Tensor<Scalar>, axes: [Int], _ caller: String) {
    let all = Array(0..<tensor.rank)
    let chosen = axes.isEmpty ? all : axes.map { tensor.axisIndex($0, caller) }.sorted()
    for (axis, next) in zip(chosen, chosen.dropFirst()) {
      require(axis != next, "\(caller): axis \(axis) is given twice")
    }
    let others = all.filter { !chosen.contains($0) }
    let order = others + chosen
    scalars = order == all ? tensor.scalars : tensor.transposed(axes: order).scalars
    length = chosen.reduce(1) { $0 * tensor.shape[$1] }
    reducedShape = others.map { tensor.shape[$0] }
    keptShape = all.map { chosen.contains($0) ? 1 : tensor.shape[$0] }
  }

  @inline(__always)
  func reduced(_ keepingAxes: Bool, _ reduce: (Int, Int) -> Scalar) -> Tensor<Scalar> {
    let count = reducedShape.reduce(1, *)
    let results = (0..<count).map { reduce($0 * length, length) }
    return Tensor(unchecked: keepingAxes ? keptShape : reducedShape, results)
  }

  /// The first element of a run that no other one surpasses, or a NaN.
  @inline(__always)
  func extreme(_ start: Int, _ count: Int, _ surpasses: (Scalar, Scalar) -> Bool) -> Scalar {
    var best = scalars[start]
    for number in scalars[start..<start + count] {
      if number.isNaN { return number }
      if surpasses(number, best) { best = number }
    }
    return best
  }
}
