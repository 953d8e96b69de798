/// The images of the square-against-noise problem.
///
/// Class 0 is noise; class 1 is noise with a square of one value in it.
public enum SquareImages {
  /// A square matrix of uniform noise.
  ///
  /// - Parameters:
  ///   - size: The number of rows and of columns.
  ///   - intensity: The noise is from −intensity up to intensity.
  ///   - random: The generator; `size²` numbers are drawn in row-major order.
  public static func noise(
    size: Int, intensity: Double = 1, using random: inout NumPyRandom
  ) -> Tensor<Double> {
    random.uniform(low: -intensity, high: intensity, shape: [size, size])
  }

  /// Noise with a square in a random place.
  ///
  /// - Parameters:
  ///   - size: The number of rows and of columns of the image.
  ///   - squareSize: The number of rows and of columns of the square.
  ///   - value: The value of its pixels.
  ///   - placements: Which rows and columns its top left corner can have. The default leaves out the
  ///     last one, `size − squareSize`, as the course's original does.
  ///   - random: The generator; the noise is drawn first, then the row, then the column.
  public static func square(
    size: Int, squareSize: Int = 3, value: Double = 5, placements: Range<Int>? = nil,
    using random: inout NumPyRandom
  ) -> Tensor<Double> {
    let places = placements ?? 0..<(size - squareSize)
    require(
      squareSize > 0 && !places.isEmpty && places.lowerBound >= 0
        && places.upperBound - 1 + squareSize <= size,
      "square: a square of \(squareSize)×\(squareSize) at \(places) does not fit into "
        + "\(size)×\(size)")
    var image = noise(size: size, using: &random)
    let row = random.randint(low: places.lowerBound, high: places.upperBound)
    let column = random.randint(low: places.lowerBound, high: places.upperBound)
    image[row..<row + squareSize, column..<column + squareSize] = Tensor(
      repeating: value, shape: [squareSize, squareSize])
    return image
  }

  /// A bell-shaped spot of height 1.
  ///
  ///     x[r, c] = exp(−((c − centre[0])² + (r − centre[1])²) / (2σ²))
  ///
  /// - Parameters:
  ///   - center: Its column and its row.
  ///   - size: The number of rows and of columns.
  ///   - sigma: Its width σ, in pixels.
  public static func gaussian(
    center: (column: Double, row: Double), size: Int, sigma: Double = 1
  ) -> Tensor<Double> {
    let scalars = (0..<size * size).map { index in
      let row = Double(index / size) - center.row
      let column = Double(index % size) - center.column
      return exp(-0.5 * (row * row + column * column) / (sigma * sigma))
    }
    return Tensor(shape: [size, size], scalars: scalars)
  }
}
