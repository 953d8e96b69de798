extension Window2D {
  /// A window of a pooling layer, each of which has an element on the image.
  ///
  /// - Precondition: What `init` asks for, and the padding is smaller than the window.
  init(
    pooling owner: String, size: Size2D, stride: Size2D, padding: Padding2D, ceilMode: Bool,
    rows: Int, columns: Int, advice: String = ""
  ) {
    self.init(
      owner, "window", size: size, stride: stride, padding: padding, roundsUp: ceilMode,
      rows: rows, columns: columns, advice: advice)
    require(
      max(top, bottom) < height && max(left, right) < width,
      "\(owner): with padding \(padding) a window of \(size.area) can lie beside the image")
  }

  /// The window of a pooling layer over a batch `[N, C, H, W]`.
  init(
    pooling owner: String, size: Size2D, stride: Size2D, padding: Padding2D, ceilMode: Bool,
    batch shape: [Int]
  ) {
    require(shape.count == 4, "\(owner): expected a batch [N, C, H, W], got shape \(shape)")
    self.init(
      pooling: owner, size: size, stride: stride, padding: padding, ceilMode: ceilMode,
      rows: shape[2], columns: shape[3])
  }

  /// The window of a pooling layer over a sample `[C, H, W]`.
  init(
    pooling owner: String, size: Size2D, stride: Size2D, padding: Padding2D, ceilMode: Bool,
    sample shape: [Int]
  ) {
    require(shape.count == 3, "\(owner): expected a sample [C, H, W], got shape \(shape)")
    self.init(
      pooling: owner, size: size, stride: stride, padding: padding, ceilMode: ceilMode,
      rows: shape[1], columns: shape[2])
  }
}
