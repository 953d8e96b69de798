extension Tensor {
  /// The tensor with a constant around it, as NumPy's `pad`.
  ///
  /// - Parameter amounts: How much to add before and after, one pair for each axis.
  /// - Shapes: `[2, 3]` with `[(0, 1), (2, 0)]` gives `[3, 5]`.
  public func padded(_ amounts: [(before: Int, after: Int)], with value: Scalar = 0) -> Tensor {
    require(
      amounts.count == rank,
      "padded: \(amounts.count) pairs of amounts given for a tensor of rank \(rank) with shape "
        + "\(shape)")
    for (before, after) in amounts {
      require(before >= 0 && after >= 0, "padded: an amount is negative: (\(before), \(after))")
    }
    var result = Tensor<Scalar>(
      repeating: value, shape: zip(shape, amounts).map { $0 + $1.before + $1.after })
    result[ranges: zip(shape, amounts).map { $1.before..<$1.before + $0 }] = self
    return result
  }

  /// The last two axes, rows and columns, with a constant around them; others stay.
  ///
  /// - Shapes: `[…, H, W]` gives `[…, top + H + bottom, left + W + right]`.
  public func padded(
    top: Int = 0, bottom: Int = 0, left: Int = 0, right: Int = 0, with value: Scalar = 0
  ) -> Tensor {
    require(rank >= 2, "padded: expected rows and columns, got a tensor of shape \(shape)")
    let others = [(before: Int, after: Int)](repeating: (0, 0), count: rank - 2)
    return padded(others + [(top, bottom), (left, right)], with: value)
  }

  /// The last two axes, rows and columns, with as much of a constant on each side.
  ///
  /// - Shapes: `[…, H, W]` gives `[…, H + 2·amount, W + 2·amount]`.
  public func padded(by amount: Int, with value: Scalar = 0) -> Tensor {
    padded(top: amount, bottom: amount, left: amount, right: amount, with: value)
  }
}
