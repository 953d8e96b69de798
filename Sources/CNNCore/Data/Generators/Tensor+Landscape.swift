extension Tensor {
  /// A drawn picture that stands in for a photograph: a lake between mountains, with a boat.
  ///
  /// It has what a photograph has to show of filters and compression: smooth sky and water, sharp edges
  /// of ridges and sails, the texture of rock, trees and grass. The picture is a function of the plane:
  /// another size shows the same with finer or coarser pixels, each the mean of 2 × 2 points. The same
  /// seed makes the same bits on every machine.
  ///
  /// - Shapes: `[3, height, width]`, values k / 255 from 0 to 1.
  /// - Precondition: Both sides are from 1 to 8,192.
  public static func landscape(height: Int = 256, width: Int = 384, seed: Int = 1) -> Tensor {
    require(
      (1...8192).contains(height) && (1...8192).contains(width),
      "landscape: sides are from 1 to 8192, not \(height)×\(width)")
    let scene = Landscape(width: Double(width) / Double(height), seed: seed)
    let area = height * width
    var bytes = [UInt8](repeating: 0, count: 3 * area)
    let unit = 1 / Double(height)
    for row in 0..<height {
      for column in 0..<width {
        var color = Landscape.Color(repeating: 0)
        for part in 0..<4 {
          let x = (Double(column) + 0.25 + 0.5 * Double(part % 2)) * unit
          let y = (Double(row) + 0.25 + 0.5 * Double(part / 2)) * unit
          color += scene.color(x, y)
        }
        for channel in 0..<3 {
          let value = Swift.min(Swift.max(color[channel] / 4, 0), 1)
          bytes[channel * area + row * width + column] = UInt8(value * 255 + 0.5)
        }
      }
    }
    return Tensor(unchecked: [3, height, width], scaled(bytes, by: 255))
  }

  /// The landscape in gray, by `grayscale`.
  ///
  /// - Shapes: `[height, width]`, values from 0 to 1.
  public static func grayLandscape(height: Int = 256, width: Int = 384, seed: Int = 1) -> Tensor {
    let gray = grayscale(landscape(height: height, width: width, seed: seed))
    return Tensor(unchecked: [height, width], gray.scalars)
  }
}
