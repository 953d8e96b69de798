/// The map from values to levels of color.
struct ColorScale: Sendable {
  /// A level of color: what one class of the style sheet paints.
  enum Level: Hashable, Comparable, Sendable {
    case zero
    case positive(Int)
    case negative(Int)
    case gray(Int)
    case notANumber

    /// The class that paints it.
    var name: String {
      switch self {
      case .zero: "z"
      case .positive(let level): "p\(level)"
      case .negative(let level): "n\(level)"
      case .gray(let level): "g\(level)"
      case .notANumber: "nan"
      }
    }

    /// Whether text on it is in the strong color.
    var isStrong: Bool {
      switch self {
      case .zero, .notANumber: false
      case .positive(let level), .negative(let level), .gray(let level):
        level >= Palette.firstStrongLevel
      }
    }
  }

  /// The values that the colors span.
  let domain: ClosedRange<Double>
  private let palette: HeatmapPalette

  /// A scale for the given values, or for the given range of them.
  ///
  /// Data of one sign start at zero unless their least magnitude is more than half the greatest;
  /// data of both signs span equally far on both sides of zero.
  ///
  /// - Parameter startsAtZero: Whether data of one sign start at zero however far they lie from it.
  init(
    values: [Double], range: ClosedRange<Double>?, palette: HeatmapPalette,
    startsAtZero: Bool = false
  ) {
    let finite = values.filter(\.isFinite)
    let low = range?.lowerBound ?? finite.min() ?? 0
    let high = range?.upperBound ?? finite.max() ?? 0
    self.palette = palette
    if low < 0, high > 0, palette == .automatic {
      let bound = max(-low, high)
      domain = -bound...bound
    } else if range != nil {
      domain = low...high
    } else {
      let isFarFromZero =
        min(low.magnitude, high.magnitude) > max(low.magnitude, high.magnitude) / 2
      let spans = isFarFromZero && low < high && !startsAtZero
      domain = spans ? low...high : min(low, 0)...max(high, 0)
    }
  }

  /// Whether zero is among the values that the colors span.
  var spansZero: Bool { domain.contains(0) }

  /// The level of a value; infinities have the last level of their sign.
  func level(of value: Double) -> Level {
    if value.isNaN { return .notANumber }
    if palette == .gray {
      let level = step(value, from: domain.lowerBound, to: domain.upperBound)
      return level == 0 ? .zero : .gray(level)
    }
    if domain.lowerBound > 0 {
      return .positive(max(1, step(value, from: domain.lowerBound, to: domain.upperBound)))
    }
    if domain.upperBound < 0 {
      return .negative(max(1, step(value, from: domain.upperBound, to: domain.lowerBound)))
    }
    if value == 0 { return .zero }
    return value > 0
      ? .positive(max(1, step(value, from: 0, to: domain.upperBound)))
      : .negative(max(1, step(value, from: 0, to: domain.lowerBound)))
  }

  /// The bands of the scale from its least to its greatest value.
  var bands: [Level] {
    let isDiverging = domain.lowerBound < 0 && domain.upperBound > 0 && palette == .automatic
    let count = Palette.levels * (isDiverging ? 2 : 1)
    let width = domain.upperBound / Double(count) - domain.lowerBound / Double(count)
    return (0..<count).map { level(of: domain.lowerBound + (Double($0) + 0.5) * width) }
  }

  /// 0 at the start and below, then the number of the band that ends at or above the value.
  private func step(_ value: Double, from start: Double, to end: Double) -> Int {
    guard start != end else { return value == start ? Palette.levels : 0 }
    // Halves keep the difference of huge bounds finite.
    let fraction = (value / 2 - start / 2) / (end / 2 - start / 2)
    if fraction <= 0 { return 0 }
    if fraction >= 1 { return Palette.levels }
    return Int((fraction * Double(Palette.levels)).rounded(.up))
  }
}
