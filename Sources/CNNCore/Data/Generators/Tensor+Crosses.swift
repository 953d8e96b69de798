/// A shape of cells in a 5×5 image, listed in the order in which their values are drawn.
public enum CellShape: Hashable, Sendable {
  /// A cross through the middle; the middle is listed twice and drawn twice, its second value stays.
  case cross
  /// The outline of a rectangle, closed.
  case rectangle
  /// The outline with its last two cells missing.
  case openRectangle

  /// The cells as (row, column).
  public var cells: [(row: Int, column: Int)] {
    switch self {
    case .cross:
      [(2, 0), (2, 1), (2, 2), (2, 3), (2, 4), (0, 2), (1, 2), (2, 2), (3, 2), (4, 2)]
    case .openRectangle:
      [(1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (2, 4), (3, 4), (3, 3), (3, 2), (3, 1)]
    case .rectangle: Self.openRectangle.cells + [(3, 0), (2, 0)]
    }
  }
}

extension Tensor where Scalar == Double {
  /// An image of a cross or a rectangle, whose cells are uniform from [0, 1) and all others 0.
  ///
  /// Draws one number for each cell that the shape lists, in its order.
  ///
  /// - Shapes: `[5, 5]`.
  public static func shape(_ shape: CellShape, using generator: inout some NumPyGenerator) -> Tensor
  {
    var image = Tensor.zeros(5, 5)
    for cell in shape.cells { image[cell.row, cell.column] = generator.uniform() }
    return image
  }

  /// A random image of a cross (label 0) or a rectangle (label 1).
  ///
  /// Draws the label by `randint(low: 1, high: 3) - 1`, then the values of the cells.
  ///
  /// - Parameter rectangle: The outline, closed by default, or open.
  /// - Shapes: `[5, 5]`.
  public static func crossOrRectangle(
    rectangle: CellShape = .rectangle, using random: inout NumPyRandom
  ) -> (image: Tensor, label: Int) {
    let label = random.randint(low: 1, high: 3) - 1
    return (shape(label == 0 ? .cross : rectangle, using: &random), label)
  }
}

extension Dataset where Scalar == Double {
  /// Random crosses (class 0) and rectangles (class 1), drawn one after another.
  ///
  /// - Shapes: `[count, 1, 5, 5]`.
  public static func crossesAndRectangles(
    count: Int, rectangle: CellShape = .rectangle, using random: inout NumPyRandom
  ) -> Dataset {
    require(count >= 0, "crossesAndRectangles: the count is negative: \(count)")
    let samples = (0..<count).map { _ in
      Tensor.crossOrRectangle(rectangle: rectangle, using: &random)
    }
    return Dataset(
      images: Tensor(unchecked: [count, 1, 5, 5], samples.flatMap { $0.image.scalars }),
      labels: samples.map(\.label), classNames: ["cross", "rectangle"],
      source: "\(Thousands.grouped(count)) generated images of crosses and rectangles.")
  }
}
