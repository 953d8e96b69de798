/// The bar that explains a heatmap's colors, with ticks at round values.
struct ColorBar {
  let scale: ColorScale
  let numbers: MatrixNumbers

  static let horizontalHeight = 28.0
  private static let thickness = 12.0

  /// The width of the vertical bar with its labels.
  var verticalWidth: Double { Self.thickness + 6 + widestLabel }

  /// How far labels may reach beyond the ends of a horizontal bar.
  var overhang: Double { widestLabel / 2 }

  /// A bar whose least value is at the bottom.
  func vertical(x: Double, y: Double, length: Double) -> String {
    let bands = scale.bands
    let paths = bands.enumerated().map { index, level in
      Markup.path("M0 \(bands.count - 1 - index)h1", class: level.name)
    }
    let step = Markup.precise(length / Double(bands.count))
    let origin = "\(Markup.number(x)) \(Markup.number(y))"
    var content = """
      <g class="cells" transform="translate(\(origin))scale(\(Markup.number(Self.thickness)) \
      \(step))translate(0 .5)">\(paths.joined())</g>
      """
    for tick in ticks(length: length, spacing: 30) {
      let position = y + length * (1 - fraction(tick.value))
      content += tickMark("M\(Markup.number(x + Self.thickness)) \(Markup.number(position))h3")
      content += Markup.text(
        tick.label, x: x + Self.thickness + 6, y: position + 3.5, class: "i start")
    }
    return content
  }

  /// A bar whose least value is at the left.
  func horizontal(x: Double, y: Double, length: Double) -> String {
    let bands = scale.bands
    let paths = bands.enumerated().map { index, level in
      Markup.path("M\(index) .5h1", class: level.name)
    }
    let step = Markup.precise(length / Double(bands.count))
    let origin = "\(Markup.number(x)) \(Markup.number(y))"
    var content = """
      <g class="cells" transform="translate(\(origin))scale(\(step) \
      \(Markup.number(Self.thickness)))">\(paths.joined())</g>
      """
    for tick in ticks(length: length, spacing: widestLabel + 14) {
      let position = x + length * fraction(tick.value)
      content += tickMark("M\(Markup.number(position)) \(Markup.number(y + Self.thickness))v3")
      content += Markup.text(tick.label, x: position, y: y + Self.thickness + 13, class: "i")
    }
    return content
  }
}

extension ColorBar {
  private func ticks(length: Double, spacing: Double) -> [Tick] {
    Tick.linear(in: scale.domain, count: max(2, min(5, Int(length / spacing))), numbers: numbers)
  }

  private var widestLabel: Double {
    let ticks = ticks(length: 240, spacing: 30)
    return ticks.map { TextWidth.of($0.label, size: 10) }.max() ?? 0
  }

  private func fraction(_ value: Double) -> Double {
    let domain = scale.domain
    if domain.lowerBound == domain.upperBound { return 0.5 }
    return (value / 2 - domain.lowerBound / 2) / (domain.upperBound / 2 - domain.lowerBound / 2)
  }

  private func tickMark(_ data: String) -> String { Markup.path(data, class: "axis") }
}
