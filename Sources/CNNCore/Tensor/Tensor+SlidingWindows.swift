extension Tensor {
  /// All windows of a shape, as scikit-image's `view_as_windows`.
  ///
  ///     y[i, j, …, u, v, …] = x[i · step + u, j · step + v, …]
  ///
  /// The result is a copy; NumPy's is a view.
  ///
  /// - Parameters:
  ///   - window: The length of a window along each axis.
  ///   - step: How far apart neighbouring windows are along each axis.
  /// - Shapes: `[4, 4]` with windows of `[2, 2]` in steps of 2 gives `[2, 2, 2, 2]`: first which
  ///   window, then where in it.
  /// - Precondition: The windows fit into the tensor.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func windows(shape window: [Int], step: [Int]) -> Tensor {
    require(
      window.count == rank && step.count == rank,
      "windows: \(window.count) lengths and \(step.count) steps given for a tensor of rank \(rank) "
        + "with shape \(shape)")
    for axis in 0..<rank {
      require(
        window[axis] >= 1 && window[axis] <= shape[axis],
        "windows: a window of shape \(window) does not fit into shape \(shape)")
      require(step[axis] >= 1, "windows: step \(step) has an entry below 1")
    }
    let places = (0..<rank).map { (shape[$0] - window[$0]) / step[$0] + 1 }
    let strides = strides
    let target = places + window
    let jumps = zip(strides, step).map { $0 * $1 } + strides
    return Tensor(unchecked: target, gathered(scalars, shape: target, strides: jumps))
  }

  /// All windows of a shape with the same step along each axis.
  public func windows(shape window: [Int], step: Int = 1) -> Tensor {
    windows(shape: window, step: [Int](repeating: step, count: rank))
  }

  /// All windows of the last two axes, rows and columns.
  ///
  ///     y[…, i, j, u, v] = x[…, i · rowStride + u, j · columnStride + v]
  ///
  /// - Shapes: `[…, H, W]` gives `[…, (H − h)/rowStride + 1, (W − w)/columnStride + 1, h, w]`.
  public func windows(
    height: Int, width: Int, rowStride: Int = 1, columnStride: Int = 1
  ) -> Tensor {
    require(rank >= 2, "windows: expected rows and columns, got a tensor of shape \(shape)")
    let others = [Int](repeating: 1, count: rank - 2)
    let all = windows(shape: others + [height, width], step: others + [rowStride, columnStride])
    return Tensor(unchecked: Array(all.shape[..<rank] + [height, width]), all.scalars)
  }
}
