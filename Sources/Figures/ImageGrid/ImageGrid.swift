import CNNCore

/// Small pictures with titles in a grid, such as samples of each class or wrong predictions.
public struct ImageGrid: Figure {
  /// One picture.
  struct Cell: Sendable {
    let map: Heatmap
    let title: String?
    let isMarked: Bool

    /// The title, with a cross where the picture is marked.
    var label: String? {
      let words = [isMarked ? "✗" : nil, title].compactMap { $0 }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }

  let cells: [Cell]
  let title: String?
  /// The most pictures in a row; nil is what fits.
  let columns: Int?
  private let scale: ColorScale

  /// A grid of pictures that share one scale of gray or color.
  ///
  /// - Parameters:
  ///   - images: matrices `[rows, columns]`.
  ///   - titles: one for each picture, or none at all.
  ///   - marked: the indices of pictures to set apart, such as wrong predictions.
  ///   - title: stands above the grid.
  ///   - columns: the most pictures in a row, which become smaller so that they fit; fewer where their
  ///     titles would not. nil chooses what fits in full size.
  ///   - range: the values that the colors span; nil takes the range of all pictures.
  ///   - palette: the colors.
  /// - Precondition: every picture is a matrix; titles are as many as pictures, or none.
  public init(
    _ images: [Tensor<some TensorScalar>], titles: [String] = [], marked: Set<Int> = [],
    title: String? = nil, columns: Int? = nil, range: ClosedRange<Double>? = nil,
    palette: HeatmapPalette = .gray
  ) {
    require(
      titles.isEmpty || titles.count == images.count,
      "ImageGrid: \(titles.count) titles for \(images.count) images")
    for (index, image) in images.enumerated() {
      require(
        image.shape.count == 2,
        "ImageGrid: image \(index) has shape \(image.shape); expected [rows, columns]")
    }
    cells = images.enumerated().map { index, image in
      Cell(
        map: Heatmap(image, palette: palette, values: false, indices: false),
        title: titles.isEmpty ? nil : titles[index], isMarked: marked.contains(index))
    }
    self.title = title
    scale = ColorScale(
      values: images.flatMap { $0.scalars.map { Double($0) } }, range: range, palette: palette)
    self.columns = columns.map { max(1, $0) }
  }

  /// The drawing.
  public var svg: SVG { ImageGridDrawing(self, scale: scale).svg }

  /// The titles of the pictures, row by row, marked ones with a cross.
  public var plainText: String {
    let words = cells.enumerated().map { index, cell in
      "\(cell.isMarked ? "✗ " : "")\(cell.title ?? "image \(index)")"
    }
    let columns = columns ?? ImageGridLayout(cells, atMost: nil).columns
    let rows = stride(from: 0, to: words.count, by: columns).map { start in
      words[start..<min(start + columns, words.count)].joined(separator: " | ")
    }
    return ([title].compactMap { $0 } + rows).joined(separator: "\n")
  }
}

extension ImageGrid {
  /// How many pictures of which size, their titles, and which are marked.
  var textAlternative: String {
    let sizes = Set(cells.map(\.map.shapeText)).sorted()
    let size = sizes.count == 1 ? " of \(sizes[0])" : ""
    var text = "\(cells.count) \(cells.count == 1 ? "image" : "images")\(size)"
    let titles = cells.compactMap(\.title)
    if !titles.isEmpty { text += ": " + titles.joined(separator: ", ") }
    let marked = cells.indices.filter { cells[$0].isMarked }
      .map { cells[$0].title ?? "image \($0)" }
    if !marked.isEmpty { text += ". Marked: " + marked.joined(separator: ", ") }
    return (title.map { $0 + ": " } ?? "") + text + "."
  }
}
