/// Numbers as an explanation writes them: all with the same digits, rounded ones said to be so.
struct ShownNumbers {
  private let format: NumberFormat

  /// A phone's width, and a sixth more since the estimate is of a wide font.
  private static let widestLine = 400.0

  /// The format that a matrix of these numbers gets.
  init(_ values: [Double]) { format = .uniform(for: values) }

  /// A number.
  func text(_ value: Double) -> String { format.string(value) }

  /// A number as a factor: negative ones in parentheses.
  func factor(_ value: Double) -> String { value < 0 ? "(\(text(value)))" : text(value) }

  /// A sum of products, `1.50·2.00 + 0.30·(−1.00)`, in lines that a phone has room for.
  func products(_ pairs: [(Double, Double)], after head: String) -> [String] {
    var lines: [String] = []
    var line = head
    var isEmpty = true
    for pair in pairs {
      let product = "\(factor(pair.0))·\(factor(pair.1))"
      let longer = isEmpty ? line + product : "\(line) + \(product)"
      if !isEmpty, TextWidth.of(longer, size: 12) > Self.widestLine {
        lines.append(line)
        line = "+ " + product
      } else {
        line = longer
      }
      isEmpty = false
    }
    return lines + [line]
  }

  /// Whether every one of the numbers is written in full.
  func isExact(_ values: [Double]) -> Bool {
    let shortest = NumberFormat.shortest
    return values.allSatisfy { value in
      let written = format.string(value)
      guard written.contains(".") else {
        return written == shortest.string(value.rounded()) && value == value.rounded()
      }
      let digits = written.split(separator: ".")[1].count
      return NumberFormat.fixed(digits + 3).string(value) == written + "000"
    }
  }

  /// The sign between a calculation and its result: `=`, or `≈` where something was rounded.
  static func equals(isExact: Bool) -> String { isExact ? "=" : "≈" }
}
