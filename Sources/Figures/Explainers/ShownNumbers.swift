/// Numbers as an explanation writes them: all with the same digits, rounded ones said to be so.
struct ShownNumbers {
  private let format: NumberFormat

  /// The format that a matrix of these numbers gets.
  init(_ values: [Double]) { format = .uniform(for: values) }

  /// A number.
  func text(_ value: Double) -> String { format.string(value) }

  /// A number as a factor: negative ones in parentheses.
  func factor(_ value: Double) -> String { value < 0 ? "(\(text(value)))" : text(value) }

  /// A sum of products: `1.50·2.00 + 0.30·(−1.00)`.
  func products(_ pairs: [(Double, Double)]) -> String {
    pairs.map { "\(factor($0.0))·\(factor($0.1))" }.joined(separator: " + ")
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

  /// The sign between a sum and its result: `=`, or `≈` where something was rounded.
  func equals(_ values: [Double]) -> String { isExact(values) ? "=" : "≈" }
}
