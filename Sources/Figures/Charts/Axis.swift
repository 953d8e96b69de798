/// An axis of a chart: which values it spans, where they lie, and which are marked.
struct Axis {
  /// The values at its ends.
  let domain: ClosedRange<Double>
  let isLogarithmic: Bool
  let ticks: [Tick]

  /// Where a value lies between the ends, from 0 to 1.
  func fraction(_ value: Double) -> Double {
    let (low, high) = (domain.lowerBound, domain.upperBound)
    if isLogarithmic {
      let start = Logarithm.base10(low)
      return (Logarithm.base10(value) - start) / (Logarithm.base10(high) - start)
    }
    return (value / 2 - low / 2) / (high / 2 - low / 2)
  }

  /// The width of the widest of the ticks' labels.
  var widestLabel: Double { ticks.map { TextWidth.of($0.label, size: 11) }.max() ?? 0 }

  /// Whether a value has a place on the axis.
  func shows(_ value: Double) -> Bool {
    value.isFinite && (!isLogarithmic || value > 0)
  }
}

extension Axis {
  /// An axis that ends where the data end: about as many ticks as asked for, and three at least
  /// where their labels have room on so many pixels.
  static func tight(_ values: [Double], tickCount: Int, length: Double) -> Axis {
    let domain = widened(values.filter(\.isFinite))
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    let span = domain.upperBound - domain.lowerBound
    // Between whole values, such as epochs, there is nothing to mark.
    let most = isWhole ? max(1, Int(min(span, 1000))) : 1000
    func axis(_ count: Int) -> Axis {
      Axis(domain: domain, isLogarithmic: false, ticks: Tick.linear(in: domain, count: count))
    }
    let counts = min(tickCount, most)...most
    let axes = counts.prefix(8).lazy.map(axis)
    return axes.first { $0.ticks.count >= 3 && $0.hasRoom(in: length) } ?? axis(counts.lowerBound)
  }

  /// Whether the labels of the ticks stand apart on so many pixels.
  private func hasRoom(in length: Double) -> Bool {
    let places = ticks.map { fraction($0.value) * length }
    return zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= widestLabel + 8 }
  }

  /// An axis that ends at round values, and starts at zero where the data come near it.
  static func round(_ values: [Double], tickCount: Int) -> Axis {
    let finite = values.filter(\.isFinite)
    let data = widened(finite)
    let low = data.lowerBound > 0 && data.lowerBound < data.upperBound / 2 ? 0 : data.lowerBound
    let high = data.upperBound < 0 && data.upperBound > data.lowerBound / 2 ? 0 : data.upperBound
    let span = high - low
    guard span.isFinite else {
      return Axis(
        domain: low...high, isLogarithmic: false, ticks: Tick.linear(in: low...high, count: 2))
    }
    let step = RoundStep(atLeast: span / Double(tickCount))
    let first = Int((low / step.value + 1e-9).rounded(.down))
    let last = Int((high / step.value - 1e-9).rounded(.up))
    let domain = step.multiple(first)...step.multiple(last)
    return Axis(
      domain: domain, isLogarithmic: false, ticks: Tick.linear(in: domain, count: tickCount))
  }

  /// A logarithmic axis over the positive ones of the values.
  static func logarithmic(_ values: [Double], tickCount: Int) -> Axis {
    let positive = values.filter { $0.isFinite && $0 > 0 }
    let least = positive.min() ?? 1
    let greatest = positive.max() ?? 10
    let marks = LogarithmicMarks(from: least, to: greatest)
    return Axis(
      domain: marks.domain, isLogarithmic: true, ticks: marks.ticks(atMost: max(3, tickCount)))
  }

  /// The range of the values, with some room where it would be empty.
  private static func widened(_ values: [Double]) -> ClosedRange<Double> {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    if low < high { return low...high }
    let room = max(low.magnitude / 10, low == low.rounded() && low.magnitude < 10 ? 1 : 1e-300)
    return low - room...high + room
  }
}
