import CNNCore

/// A picture as it is, gray or in color, embedded as PNG: photographs, filtered images, digits.
///
///     show(Picture(photo, title: "the original"), Picture(blurred, title: "blurred"))
///
/// Where the values of a matrix matter, a ``Heatmap`` shows them better.
public struct Picture: Figure {
  let rows: Int
  let columns: Int
  let isColored: Bool
  let title: String?
  let range: ClosedRange<Double>
  /// The pixels a point of the picture takes.
  let scale: Double
  private let png: [UInt8]

  /// A picture of a tensor.
  ///
  /// - Shapes: `[H, W]` or `[1, H, W]` gray, `[3, H, W]` red, green and blue.
  /// - Parameters:
  ///   - picture: the values.
  ///   - title: stands above the picture.
  ///   - range: the values of black and white. Default 0…1; values beyond are drawn as its ends.
  ///   - width: in pixels; nil chooses from 160 to 400 by the picture's own size.
  /// - Precondition: the tensor has one of these shapes and is not empty; the range is not empty.
  public init(
    _ picture: Tensor<some TensorScalar>, title: String? = nil, range: ClosedRange<Double> = 0...1,
    width: Double? = nil
  ) {
    let shape = picture.shape
    require(
      shape.count == 2 || shape.count == 3 && [1, 3].contains(shape[0]),
      "Picture: expected a picture [H, W], [1, H, W] or [3, H, W], got shape \(shape)")
    require(
      picture.count > 0 && range.lowerBound < range.upperBound,
      "Picture: the picture of shape \(shape) or its range \(range) is empty")
    rows = shape[shape.count - 2]
    columns = shape[shape.count - 1]
    isColored = shape.count == 3 && shape[0] == 3
    self.title = title
    self.range = range
    let natural = Double(columns)
    let enlarged = natural < 160 ? natural * max(1, (160 / natural).rounded(.down)) : natural
    scale = (width ?? min(enlarged, 400)) / natural
    png = pngData(of: picture, range: range)
  }

  /// The drawing.
  public var svg: SVG {
    let (width, height) = (Double(columns) * scale, Double(rows) * scale)
    let top = title == nil ? 2.0 : 22
    let titleWidth = TextWidth.of(title ?? "", size: 13 * 1.12)
    let full = max(width, titleWidth) + 4
    let number = Markup.number
    let look = scale >= 2 ? " class=\"pixels\"" : ""
    let heading = title.map { Markup.text($0, x: full / 2, y: 14, class: "title") } ?? ""
    return SVG(
      width: full, height: top + height + 2, center: top + height / 2,
      alternative: (title.map { $0 + ": " } ?? "") + kind + ".",
      content: heading
        + "<image\(look) x=\"\(number((full - width) / 2))\" y=\"\(number(top))\" "
        + "width=\"\(number(width))\" height=\"\(number(height))\" preserveAspectRatio=\"none\" "
        + "href=\"data:image/png;base64,\(Base64.text(png))\"/>")
  }

  /// The title and the size.
  public var plainText: String { [title, kind].compactMap { $0 }.joined(separator: ": ") }

  private var kind: String {
    "\(isColored ? "color" : "gray") picture of \(rows)×\(columns) pixels"
  }
}
