/// How a window of fixed size moves over the rows and columns of an image.
struct Window2D: Hashable, Sendable {
  var height: Int
  var width: Int
  var verticalStride: Int
  var horizontalStride: Int
  var verticalPadding: Int
  var horizontalPadding: Int

  /// A window that moves alike along both axes.
  ///
  /// - Precondition: Lengths and stride are positive, the padding is not negative.
  init(_ owner: String, height: Int, width: Int, stride: Int, padding: Int) {
    require(
      height > 0 && width > 0, "\(owner): a window of \(height)×\(width) holds no element")
    require(stride > 0, "\(owner): the stride must be at least 1, not \(stride)")
    require(padding >= 0, "\(owner): the padding is negative: \(padding)")
    self.height = height
    self.width = width
    verticalStride = stride
    horizontalStride = stride
    verticalPadding = padding
    horizontalPadding = padding
  }

  /// The number of windows down and across an image.
  ///
  ///     (H + 2p − height) / s + 1
  ///
  /// - Precondition: A window fits into the padded image.
  func outputSize(_ owner: String, _ window: String, rows: Int, columns: Int) -> (
    rows: Int, columns: Int
  ) {
    let freeRows = rows + 2 * verticalPadding - height
    let freeColumns = columns + 2 * horizontalPadding - width
    require(
      freeRows >= 0 && freeColumns >= 0,
      "\(owner): \(window) \(height)×\(width) is larger than the \(rows)×\(columns) input "
        + "(padding \(verticalPadding))")
    return (freeRows / verticalStride + 1, freeColumns / horizontalStride + 1)
  }

  /// The rows of the window at output row `row` that lie on the image and not on the padding.
  func validRows(_ row: Int, of rows: Int) -> Range<Int> {
    Self.valid(row * verticalStride - verticalPadding, height, rows)
  }

  /// The columns of the window at output column `column` that lie on the image.
  func validColumns(_ column: Int, of columns: Int) -> Range<Int> {
    Self.valid(column * horizontalStride - horizontalPadding, width, columns)
  }

  private static func valid(_ origin: Int, _ length: Int, _ limit: Int) -> Range<Int> {
    let start = max(0, -origin)
    return start..<max(start, min(length, limit - origin))
  }
}
