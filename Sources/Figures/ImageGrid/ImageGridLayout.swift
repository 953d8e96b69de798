// Links the exact rounding functions of the C library that `rounded()` compiles to.
internal import Glibc

/// How many pictures of an image grid stand side by side, and how large they are.
struct ImageGridLayout {
  /// The pictures in a row.
  let columns: Int
  /// The side that a picture's longer axis should have.
  let side: Double
  /// The width of a picture with its title.
  let slot: Double

  static let gap = 12.0
  /// The width that a row should not exceed.
  private static let widest = 640.0
  /// The same in a narrow page.
  private static let narrowest = 356.0
  private static let largestSide = 84.0
  private static let smallestSide = 44.0

  private init(columns: Int, side: Double, slot: Double) {
    (self.columns, self.side, self.slot) = (columns, side, slot)
  }

  /// At most the given number of pictures in a row: they become smaller so that they fit, their
  /// titles do not. Without a number, as many as fit in full size.
  init(_ cells: [ImageGrid.Cell], atMost columns: Int?) {
    let slot = Self.slot(cells, side: Self.largestSide)
    let fitting = Self.fitting(slot, in: Self.widest)
    var layout = ImageGridLayout(
      columns: max(1, min(columns ?? cells.count, cells.count, fitting)), side: Self.largestSide,
      slot: slot)
    for count in stride(from: min(columns ?? 1, cells.count), to: layout.columns, by: -1) {
      let side = ((Self.widest + Self.gap) / Double(count) - Self.gap).rounded(.down)
      guard side >= Self.smallestSide else { continue }
      let slot = Self.slot(cells, side: min(side, Self.largestSide))
      guard Self.fitting(slot, in: Self.widest) >= count else { continue }
      layout = ImageGridLayout(columns: count, side: min(side, Self.largestSide), slot: slot)
      break
    }
    self = layout
  }

  /// The same pictures with fewer in a row, for a narrow page.
  var narrow: ImageGridLayout {
    ImageGridLayout(
      columns: max(1, min(columns, Self.fitting(slot, in: Self.narrowest))), side: side, slot: slot)
  }

  /// The width of rows of so many pictures, or of fewer.
  func width(_ count: Int) -> Double {
    Double(max(1, min(columns, count))) * (slot + Self.gap) - Self.gap
  }

  /// The geometry of a picture: enlarged to about the side, in whole pixels per cell where it is not
  /// small.
  func geometry(_ cell: ImageGrid.Cell) -> HeatmapGeometry { Self.geometry(cell, side: side) }

  private static func geometry(_ cell: ImageGrid.Cell, side: Double) -> HeatmapGeometry {
    let natural = side / Double(max(cell.map.rows, cell.map.columns, 1))
    let pixel =
      side < largestSide ? max(0.25, (natural * 4).rounded(.down) / 4) : max(1, natural.rounded())
    return HeatmapGeometry(cell.map, fixedCell: CellSize(width: pixel, height: pixel))
  }

  private static func slot(_ cells: [ImageGrid.Cell], side: Double) -> Double {
    cells.map { cell in
      let label = TextWidth.of(cell.label ?? "", size: 11 * (cell.isMarked ? 1.12 : 1))
      return max(geometry(cell, side: side).gridWidth, label.rounded(.up))
    }.max() ?? 0
  }

  private static func fitting(_ slot: Double, in width: Double) -> Int {
    Int((width + gap) / (slot + gap))
  }
}
