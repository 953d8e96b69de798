extension Tensor {
  /// An image or a batch with the channels moved behind rows and columns, as Keras and pictures on
  /// disk have them.
  ///
  /// - Shapes: `[C, H, W]` gives `[H, W, C]`, `[N, C, H, W]` gives `[N, H, W, C]`.
  public func channelsLast() -> Tensor {
    requireImages("channelsLast")
    return transposed(axes: rank == 3 ? [1, 2, 0] : [0, 2, 3, 1])
  }

  /// An image or a batch with the channels moved before rows and columns, as the layers here have
  /// them.
  ///
  /// - Shapes: `[H, W, C]` gives `[C, H, W]`, `[N, H, W, C]` gives `[N, C, H, W]`.
  public func channelsFirst() -> Tensor {
    requireImages("channelsFirst")
    return transposed(axes: rank == 3 ? [2, 0, 1] : [0, 3, 1, 2])
  }

  private func requireImages(_ name: String) {
    require(
      rank == 3 || rank == 4,
      "\(name): expected an image of rank 3 or a batch of rank 4, got shape \(shape)")
  }
}
