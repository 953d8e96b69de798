import CNNCore

/// The values 1, 2 and 5 times powers of ten that enclose some data on a logarithmic axis.
struct LogarithmicMarks {
  private let marks: [Mark]

  private struct Mark {
    let mantissa: Int
    let exponent: Int

    var value: Double {
      exponent < 0
        ? Double(mantissa) / PowerOfTen.value(-exponent)
        : Double(mantissa) * PowerOfTen.value(exponent)
    }
  }

  /// The marks from the last one not above the least value to the first not below the greatest.
  init(from least: Double, to greatest: Double) {
    let low = DecimalExpansion(of: least).pointPosition - 1
    let high = DecimalExpansion(of: greatest).pointPosition
    let all = (low...high).flatMap { exponent in
      [1, 2, 5].map { Mark(mantissa: $0, exponent: exponent) }
    }
    let first = all.lastIndex { $0.value <= least } ?? 0
    let last = all.firstIndex { $0.value >= greatest } ?? all.count - 1
    // One value alone still gets an axis with two ends.
    marks = Array(all[first...max(last, first + 1)])
  }

  /// The values from the first to the last mark.
  var domain: ClosedRange<Double> { marks.first!.value...marks.last!.value }

  /// The powers of ten, thinned out to the given number; where they are fewer than three, all marks.
  func ticks(atMost count: Int) -> [Tick] {
    let decades = marks.filter { $0.mantissa == 1 }
    let isShort = decades.count < 3
    let stride = isShort ? 1 : (decades.count - 1) / count + 1
    let shown = isShort ? marks : decades.filter { $0.exponent % stride == 0 }
    let usesPowers = shown.contains { $0.exponent < -4 || $0.exponent > 4 }
    return shown.map { Tick(value: $0.value, label: Self.label($0, usesPowers: usesPowers)) }
  }

  private static func label(_ mark: Mark, usesPowers: Bool) -> String {
    if usesPowers {
      let power = "10" + Exponent.superscript(mark.exponent)
      return mark.mantissa == 1 ? power : "\(mark.mantissa)×\(power)"
    }
    return Thousands.grouped(NumberFormat.fixed(max(0, -mark.exponent)).string(mark.value))
  }
}
