// Images as the course's Python draws them, in doubles; `Tensor<Float>(image)` converts one.
extension Tensor where Scalar == Double {
  /// An image of uniform noise from [−intensity, intensity).
  ///
  /// - Shapes: `[size, size]`.
  public static func uniformNoise(
    size: Int, intensity: Double = 1, using random: inout NumPyRandom
  ) -> Tensor {
    random.uniform(low: -intensity, high: intensity, shape: [size, size])
  }

  /// An image of uniform noise with a bright square at a random place.
  ///
  /// Draws the noise from [−1, 1), then the square's row, then its column, each by
  /// `randint(low: 0, high: size - side)`. As in the course that posed the problem, the square
  /// therefore never touches the last row or column.
  ///
  /// - Shapes: `[size, size]`.
  /// - Precondition: `side < size`.
  public static func square(
    size: Int, side: Int, value: Double = 5, using random: inout NumPyRandom
  ) -> Tensor {
    placedSquare(size: size, side: side, value: value, using: &random).image
  }

  /// An image like that of `square`, with the place of the square's top left corner.
  public static func placedSquare(
    size: Int, side: Int, value: Double = 5, using random: inout NumPyRandom
  ) -> (image: Tensor, row: Int, column: Int) {
    require(
      side > 0 && side < size,
      "square: a \(side)×\(side) square has no free place in a \(size)×\(size) image")
    var image = uniformNoise(size: size, using: &random)
    let row = random.randint(low: 0, high: size - side)
    let column = random.randint(low: 0, high: size - side)
    image[row..<row + side, column..<column + side] =
      Tensor(repeating: value, shape: [side, side])
    return (image, row, column)
  }

  /// An image of a bell curve with height 1.
  ///
  ///     y[i, j] = exp(−((j − center.column)² + (i − center.row)²) / (2 σ²))
  ///
  /// - Shapes: `[size, size]`.
  public static func gaussian(
    size: Int, center: (row: Double, column: Double), sigma: Double = 1
  ) -> Tensor {
    require(size >= 0, "gaussian: the size is negative: \(size)")
    require(sigma > 0, "gaussian: sigma must be positive, not \(sigma)")
    var scalars: [Double] = []
    for row in 0..<size {
      for column in 0..<size {
        let (x, y) = (Double(column) - center.column, Double(row) - center.row)
        scalars.append(Double.exp(-0.5 * (x * x + y * y) / (sigma * sigma)))
      }
    }
    return Tensor(shape: [size, size], scalars: scalars)
  }
}
