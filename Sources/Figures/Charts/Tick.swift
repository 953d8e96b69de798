import CNNCore

/// A marked value of an axis.
struct Tick: Hashable {
  let value: Double
  let label: String
}

extension Tick {
  /// Round values within the range, about as many as asked for: multiples of 1, 2 or 5 times a
  /// power of ten.
  ///
  /// With the numbers of a matrix the labels share their common power of ten.
  static func linear(
    in range: ClosedRange<Double>, count: Int, numbers: MatrixNumbers? = nil
  ) -> [Tick] {
    let (low, high) = (range.lowerBound, range.upperBound)
    let span = high - low
    guard span > 0, span.isFinite else {
      let format = numbers?.format ?? .significant(6)
      return (low == high ? [low] : [low, high]).map { Tick(value: $0, label: format.string($0)) }
    }
    let step = RoundStep(atLeast: span / Double(max(count, 1)))
    // A hair of tolerance keeps the ends of the range, which rounding may have moved.
    let tolerance = 1e-9
    let first = Int((low / step.value - tolerance).rounded(.up))
    let last = Int((high / step.value + tolerance).rounded(.down))
    guard first <= last else { return [] }
    let values = (first...last).map { step.multiple($0) }
    let format =
      numbers?.tickFormat(step) ?? step.format(largest: max(low.magnitude, high.magnitude))
    return values.map { Tick(value: $0, label: Thousands.grouped(format.string($0))) }
  }
}

extension MatrixNumbers {
  /// The format of the ticks of a color bar: as many decimals as the step needs.
  fileprivate func tickFormat(_ step: RoundStep) -> NumberFormat {
    guard let exponent else { return .fixed(max(0, -step.exponent)) }
    return NumberFormat(
      form: .scaled(digits: max(0, exponent - step.exponent), exponent: exponent))
  }
}
