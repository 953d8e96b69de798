/// How a window of fixed size moves over the rows and columns of an image.
struct Window2D: Hashable, Sendable {
  /// The number of elements of the window along each axis.
  let height: Int
  let width: Int
  let verticalStride: Int
  let horizontalStride: Int
  /// The distance between neighbouring elements of the window.
  let verticalDilation: Int
  let horizontalDilation: Int
  /// The rows and columns of padding on each side of the image.
  let top: Int
  let bottom: Int
  let left: Int
  let right: Int
  /// The size of the image.
  let rows: Int
  let columns: Int
  /// The number of windows down and across the image.
  ///
  ///     (n + padding − dilation · (k − 1) − 1) / stride + 1
  let outputRows: Int
  let outputColumns: Int

  /// A window over an image.
  ///
  /// - Parameters:
  ///   - owner: The function or layer for messages.
  ///   - kind: What the window is called in messages.
  ///   - roundsUp: Whether the number of windows is rounded up. A last window that would start
  ///     beyond the image is dropped, as in PyTorch.
  ///   - advice: How the message about a window that is too large ends.
  /// - Precondition: Lengths, strides and dilations are positive, no padding is negative, and a
  ///   window fits into the padded image.
  init(
    _ owner: String, _ kind: String, size: Size2D, stride: Size2D = 1,
    padding: Padding2D = .valid, dilation: Size2D = 1, roundsUp: Bool = false, rows: Int,
    columns: Int, advice: String = ""
  ) {
    require(
      size.rows > 0 && size.columns > 0, "\(owner): a \(kind) of \(size.area) holds no element")
    require(
      stride.rows > 0 && stride.columns > 0,
      "\(owner): the stride must be at least 1, not \(stride)")
    require(
      dilation.rows > 0 && dilation.columns > 0,
      "\(owner): the dilation must be at least 1, not \(dilation)")
    let vertical = Axis(
      rows, window: size.rows, stride: stride.rows, dilation: dilation.rows,
      padding: padding.vertical(spanning: dilation.rows * (size.rows - 1) + 1), roundsUp: roundsUp)
    let horizontal = Axis(
      columns, window: size.columns, stride: stride.columns, dilation: dilation.columns,
      padding: padding.horizontal(spanning: dilation.columns * (size.columns - 1) + 1),
      roundsUp: roundsUp)
    require(
      min(vertical.before, vertical.after, horizontal.before, horizontal.after) >= 0,
      "\(owner): the padding is negative: \(padding)")
    if vertical.count < 1 || horizontal.count < 1 {
      let spread =
        dilation == 1
        ? "" : " (dilation \(dilation), spanning \(vertical.span)×\(horizontal.span))"
      fail(
        "\(owner): \(kind) \(size.area)\(spread) is larger than the \(rows)×\(columns) input "
          + "(padding \(padding))\(advice)")
    }
    (height, width) = (size.rows, size.columns)
    (verticalStride, horizontalStride) = (stride.rows, stride.columns)
    (verticalDilation, horizontalDilation) = (dilation.rows, dilation.columns)
    (top, bottom) = (vertical.before, vertical.after)
    (left, right) = (horizontal.before, horizontal.after)
    (self.rows, self.columns) = (rows, columns)
    (outputRows, outputColumns) = (vertical.count, horizontal.count)
  }

  /// The rows of the window at output row `row` that lie on the image and not on the padding.
  func validRows(_ row: Int) -> Range<Int> {
    Self.valid(row * verticalStride - top, height, verticalDilation, rows)
  }

  /// The columns of the window at output column `column` that lie on the image.
  func validColumns(_ column: Int) -> Range<Int> {
    Self.valid(column * horizontalStride - left, width, horizontalDilation, columns)
  }

  /// The place in the image of the window's element (u, v) at output (i, j).
  func place(_ i: Int, _ j: Int, _ u: Int, _ v: Int) -> Int {
    (i * verticalStride + u * verticalDilation - top) * columns
      + j * horizontalStride + v * horizontalDilation - left
  }

  /// The elements u of a window of `length` that starts at `origin` with
  /// 0 ≤ origin + u · dilation < limit.
  private static func valid(
    _ origin: Int, _ length: Int, _ dilation: Int, _ limit: Int
  ) -> Range<Int> {
    let start = origin >= 0 ? 0 : min(length, (dilation - 1 - origin) / dilation)
    let end = limit <= origin ? 0 : min(length, (limit - 1 - origin) / dilation + 1)
    return start..<max(start, end)
  }
}

/// How a window moves along one axis.
private struct Axis {
  /// The padding before and after the axis.
  let before: Int
  let after: Int
  /// The length of the window with the gaps between its elements.
  let span: Int
  /// The number of windows; below 1 if none fits.
  let count: Int

  /// - Parameter padding: The padding at both ends; that of `.same` if nil.
  init(
    _ length: Int, window: Int, stride: Int, dilation: Int, padding: (before: Int, after: Int)?,
    roundsUp: Bool
  ) {
    span = dilation * (window - 1) + 1
    if let padding {
      (before, after) = padding
    } else {
      let windows = (length + stride - 1) / stride
      let total = max(0, (windows - 1) * stride + span - length)
      (before, after) = (total / 2, total - total / 2)
    }
    let free = length + before + after - span
    guard length > 0, free >= 0 else {
      count = 0
      return
    }
    let lastStart = (free + stride - 1) / stride * stride
    let fitsAnother = roundsUp && free % stride != 0 && lastStart < length + before
    count = free / stride + (fitsAnother ? 2 : 1)
  }
}

extension Padding2D {
  /// The rows above and below for a window that spans the given number; nil for `.same`.
  fileprivate func vertical(spanning span: Int) -> (before: Int, after: Int)? {
    switch kind {
    case .same: nil
    case .full: (span - 1, span - 1)
    case .sides(let top, let bottom, _, _): (top, bottom)
    }
  }

  /// The columns left and right for a window that spans the given number; nil for `.same`.
  fileprivate func horizontal(spanning span: Int) -> (before: Int, after: Int)? {
    switch kind {
    case .same: nil
    case .full: (span - 1, span - 1)
    case .sides(_, _, let left, let right): (left, right)
    }
  }
}
