extension Dataset {
  /// Digits that look handwritten, drawn by strokes with a random hand.
  ///
  /// For each digit: a class, one of the styles of writing it, a hand (slant, width, height, turn,
  /// shift, bending, pen width and pressure), the straying of its points, and the grain of the ink.
  /// Small images (below 16 pixels a side) are made as those of the UCI repository: drawn black on
  /// white at four times the size, then counted in blocks of 4×4 pixels.
  ///
  /// The same generator makes the same bits on every machine. A network finds them neither trivial nor
  /// hopeless: trained on 10,000 of 28×28, a linear classifier gets about 91 % of others right, and a small
  /// convolutional network about 98 %.
  ///
  /// - Shapes: `[count, 1, size, size]`, values k / 255 (k / 16 for small images) from 0 (paper) to
  ///   1 (ink).
  /// - Parameter size: 28 as MNIST's by default, 8 as the UCI repository's.
  /// - Precondition: `size` is from 8 to 256.
  public static func generatedDigits(
    count: Int, size: Int = 28, using generator: inout some NumPyGenerator
  ) -> Dataset {
    require(count >= 0, "generatedDigits: the count is negative: \(count)")
    require((8...256).contains(size), "generatedDigits: the size \(size) is not in 8 … 256")
    let (pixels, labels) = digits(count: count, size: size, using: &generator)
    return Dataset(
      images: Tensor(unchecked: [count, 1, size, size], scaled(pixels, by: size < 16 ? 16 : 255)),
      labels: labels, classNames: decimalDigits,
      source: "\(Thousands.grouped(count)) generated digits of \(size)×\(size) pixels, "
        + "drawn by strokes.")
  }

  /// Digits with a seed of their own, which stand in for real ones.
  ///
  /// - Parameter use: What they are for, where there are others beside them.
  static func generatedDigits(
    count: Int, size: Int = 28, seed: Int, use: String? = nil
  ) -> Dataset {
    var generator = NumPyRandom(seed: seed)
    let digits: Dataset = generatedDigits(count: count, size: size, using: &generator)
    return Dataset(
      images: digits.images, labels: digits.labels, classNames: digits.classNames,
      source:
        "\(Thousands.grouped(count)) generated digits\(use.map { " for \($0)" } ?? ""), drawn by strokes, "
        + "since the real ones were not downloaded.")
  }
}

/// The pixels and the labels of random digits.
@_specialize(where Generator == NumPyRandom)
@_specialize(where Generator == PCG64Random)
private func digits<Generator: NumPyGenerator>(
  count: Int, size: Int, using generator: inout Generator
) -> (pixels: [UInt8], labels: [Int]) {
  var pixels: [UInt8] = []
  pixels.reserveCapacity(count * size * size)
  var labels: [Int] = []
  for _ in 0..<count {
    let label = generator.integers(low: 0, high: 10)
    let styles = DigitStyles.all[label]
    let style = styles[generator.integers(low: 0, high: styles.count)]
    let hand = Hand(scatter: size < 16 ? 0.05 : 0.2, using: &generator)
    let writing = style.written(by: hand, using: &generator)
    labels.append(label)
    if size < 16 {
      pixels += writing.painted(size: 4 * size, half: 0.43, hand).blocks()
    } else {
      let ink = writing.painted(size: size, half: 0.33, hand).ink
      for value in ink {
        // Paper stays white, ink gets a grain.
        let grain = value > 0 ? 1 - 0.25 * generator.random() : 1
        pixels.append(UInt8(value * grain * 255 + 0.5))
      }
    }
  }
  return (pixels, labels)
}

extension Handwriting {
  /// The strokes on a canvas; `half` is half a sheet's height in parts of the canvas.
  fileprivate func painted(size: Int, half: Double, _ hand: Hand) -> Canvas {
    var canvas = Canvas(size: size)
    let side = Double(size)
    let unit = half * side
    for stroke in strokes {
      canvas.draw(
        stroke.map { (x: side / 2 + unit * $0.x, y: side / 2 + unit * $0.y) },
        radius: unit * hand.radius, pressure: hand.pressure)
    }
    return canvas
  }
}

extension Canvas {
  /// How many pixels of each block of 4×4 are inked.
  fileprivate func blocks() -> [UInt8] {
    let count = size / 4
    return (0..<count * count).map { block in
      let start = block / count * 4 * size + block % count * 4
      return (0..<16).reduce(into: UInt8(0)) { sum, i in
        if ink[start + i / 4 * size + i % 4] >= 0.5 { sum += 1 }
      }
    }
  }
}
