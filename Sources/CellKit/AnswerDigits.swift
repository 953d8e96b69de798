import Figures

/// The digits that answers are displayed with: enough to check a calculation by hand, and no more. The
/// record has them all.
enum AnswerDigits {
  private static let significant = 6
  /// The decimals of numbers of usual size, and of what stands before a power of ten.
  static let decimals = 4
  /// Of more numbers nobody checks each.
  static let mostNumbers = 64

  /// The text of a single number where it has more digits than anyone reads, else nil.
  ///
  /// - Parameter exact: Its text with all digits.
  static func rounded(_ number: Double, exact: String) -> String? {
    guard number.isFinite, number != number.rounded() else { return nil }
    let text = NumberFormat.significant(significant).string(number)
    return text.count < exact.count ? text : nil
  }

  /// The text of a list of numbers, of lists of them and so on, and whether it has fewer digits than they
  /// have; nil where it is no such list.
  static func list<Value>(_ value: Value) -> (text: String, isRounded: Bool)? {
    guard let elements = value as? [Any], !elements.isEmpty else { return nil }
    let parts = elements.compactMap { element -> (text: String, isRounded: Bool)? in
      guard let number = element as? any BinaryFloatingPoint else { return list(element) }
      let exact = displayText(element, digits: nil)
      let short = rounded(Double(number), exact: exact)
      return (short ?? exact, short != nil)
    }
    guard parts.count == elements.count else { return nil }
    return (
      "[" + parts.map(\.text).joined(separator: ", ") + "]", parts.contains(where: \.isRounded)
    )
  }

  /// How many decimals the numbers of a tensor have, or nil for as many as the figure chooses.
  static func decimals(of values: [Double]) -> Int? {
    guard values.count <= mostNumbers, let largest = values.map(\.magnitude).max(),
      (0.001..<100).contains(largest)
    else { return nil }
    let usual = NumberFormat.uniform(for: values).ascii
    if values.allSatisfy({ Double(usual.string($0)) == $0 }) { return nil }
    // Smaller numbers have as many digits that count.
    return decimals + (largest < 0.1 ? 1 : 0) + (largest < 0.01 ? 1 : 0)
  }

  /// By what numbers that are not written can be told from others.
  static func summary(of values: [Double]) -> String {
    let format = NumberFormat.significant(significant)
    return "first \(format.string(values.first ?? 0)), last \(format.string(values.last ?? 0)), "
      + "sum \(format.string(values.reduce(0, +)))"
  }
}
