import CNNCore

/// A matrix as colored cells with its values in them.
///
/// A tensor of rank 2 is one map; of rank 1 a single row; a scalar a single cell; of higher rank a
/// row or grid of maps, one for each index of the leading axes. Data of one sign are colored from
/// zero upwards (or between their bounds where they lie far from zero, as all beside them do), data of
/// both signs around zero: blue above, orange below. A map with more than 256 rows or columns is drawn with about 128
/// of them, each cell the mean of a block of values.
public struct Heatmap: Figure {
  /// The length of each axis of the tensor.
  var shape: [Int]
  /// The elements in row-major order.
  var values: [Double]
  let title: String?
  let digits: Int?
  var highlights: [Highlight]
  let showsColorBar: Bool
  let range: ClosedRange<Double>?
  let palette: HeatmapPalette
  let showsValues: Bool?
  let showsIndices: Bool
  /// What stands at the rows and columns instead of their indices.
  var labels: Labels?
  /// The values that each cell stands for, where the map is a coarse one.
  var block: Block?
  /// The least size of a cell with text, by which the maps of a row agree.
  var minimumCell = CellSize(width: 0, height: 0)
  /// Whether the colors of data of one sign start at zero however far they lie from it, so that no
  /// value looks like the zero of a map beside it.
  package var colorsStartAtZero = false
  /// The decimals of values that share a power of ten, or have one each.
  package var scaledDigits = 2

  /// A heatmap of a tensor.
  ///
  /// - Parameters:
  ///   - tensor: the values; rank 2 is `[rows, columns]`.
  ///   - title: stands above the map.
  ///   - digits: decimals of the values; nil chooses them by ``NumberFormat/uniform(for:)``.
  ///   - highlight: cells and windows to outline.
  ///   - colorBar: whether a bar beside the map explains the colors.
  ///   - range: the values that the colors span; nil takes the range of the data.
  ///   - palette: the colors.
  ///   - values: whether values are written into the cells; nil writes them where no side is longer
  ///     than 16 and, of rank 3 and more, no more than 200 are to be read.
  ///   - indices: whether row and column indices are written at the edges.
  ///   - labels: names for the rows and columns instead of indices, and what they mean.
  /// - Precondition: highlights lie within the map; labels are as many as rows and columns.
  public init(
    _ tensor: Tensor<some TensorScalar>, title: String? = nil, digits: Int? = nil,
    highlight: [Highlight] = [], colorBar: Bool = false, range: ClosedRange<Double>? = nil,
    palette: HeatmapPalette = .automatic, values: Bool? = nil, indices: Bool = true,
    labels: Labels? = nil
  ) {
    shape = tensor.shape
    self.values = tensor.scalars.map { Double($0) }
    self.title = title
    self.digits = digits
    // What is outlined twice would look as if it were two things.
    highlights = highlight.enumerated()
      .filter { !highlight[..<$0.offset].contains($0.element) }.map(\.element)
    showsColorBar = colorBar
    self.range = range
    self.palette = palette
    showsValues = values
    showsIndices = indices
    self.labels = labels
    labels?.check(rows: rows, columns: columns)
    for highlight in highlight { highlight.check(rows: rows, columns: columns) }
  }

  /// The drawing.
  public var svg: SVG { HeatmapDrawing(self).svg }
}

/// The colors of a heatmap.
public enum HeatmapPalette: Hashable, Sendable {
  /// Blue for positive, orange for negative values, pale for zero.
  case automatic
  /// From the background's color for the least to its opposite for the greatest value.
  case gray
}

extension Heatmap {
  /// The rows of each map.
  var rows: Int { shape.count > 1 ? shape[shape.count - 2] : 1 }

  /// How many maps are drawn of a tensor of rank 3 and more.
  var drawnMaps: Int { min(values.count / max(rows * columns, 1), HeatmapDrawing.maximumPanels) }

  /// The columns of each map.
  var columns: Int { shape.last ?? 1 }

  /// The color scale, shared by all maps of the tensor.
  var scale: ColorScale {
    ColorScale(values: values, range: range, palette: palette, startsAtZero: colorsStartAtZero)
  }

  /// Whether values are written into the cells.
  public var writesValues: Bool {
    showsValues ?? (max(rows, columns) <= 16 && (shape.count < 3 || values.count <= 200))
  }

  /// How values are written.
  var numbers: MatrixNumbers {
    MatrixNumbers(values: values, digits: digits, scaledDigits: scaledDigits)
  }

  /// The map with other rows and columns, for values in pieces.
  func folded(rows: Int, columns: Int) -> Heatmap {
    var result = self
    result.shape = [rows, columns]
    return result
  }
}
