/// The numbers of a panel as an explanation writes them: like the panel, rounded ones said to be so.
struct ShownNumbers {
  private let numbers: MatrixNumbers

  /// The format that a matrix of these numbers gets.
  init(_ values: [Double]) { numbers = MatrixNumbers(values: values, digits: nil) }

  /// A number, with the power of ten that the panel has in its title.
  func text(_ value: Double) -> String {
    let power = value == 0 || !value.isFinite ? nil : numbers.factor
    return value == 0 ? "0" : numbers.text(value) + (power ?? "")
  }

  /// A number as a summand or factor: negative ones in parentheses.
  func factor(_ value: Double) -> String { Self.enclosed(text(value), value) }

  /// A number as it stands in the panel, without the power of ten.
  fileprivate func plainFactor(_ value: Double) -> String {
    Self.enclosed(numbers.text(value), value)
  }

  fileprivate var exponent: Int { numbers.exponent ?? 0 }

  private static func enclosed(_ text: String, _ value: Double) -> String {
    value < 0 ? "(\(text))" : text
  }

  /// Whether every one of the numbers is written in full.
  func isExact(_ values: [Double]) -> Bool {
    let (finer, zeros) = numbers.format.withThreeMoreDigits
    return values.allSatisfy { value in
      !value.isFinite || finer.string(value) == numbers.text(value) + zeros
    }
  }

  /// The sign between a calculation and its result: `=`, or `≈` where something was rounded.
  static func equals(isExact: Bool) -> String { isExact ? "=" : "≈" }
}

/// A sum of products of the numbers of two panels, `1.50·2.00 + 0.30·(−1.00)`.
struct ShownProducts {
  let first: ShownNumbers
  let second: ShownNumbers

  /// What a phone shows at four fifths of its size, also within an exercise.
  private static let widestLine = 330.0

  /// The sum in lines that a phone has room for; each of the rows begins a new one.
  ///
  /// Powers of ten in the panels' titles stand once, behind the sum in parentheses.
  func lines(_ rows: [[(Double, Double)]], after head: String) -> [String] {
    let exponent = first.exponent + second.exponent
    let isScaled = first.exponent != 0 || second.exponent != 0
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      lines += products(row, after: index > 0 ? "+ " : head + (isScaled ? "(" : ""))
    }
    if isScaled, !lines.isEmpty {
      lines[lines.count - 1] +=
        exponent == 0 ? ")" : ")·10" + Exponent.superscript(exponent)
    }
    return lines
  }

  /// The products in lines of about the same length.
  private func products(_ pairs: [(Double, Double)], after head: String) -> [String] {
    let lines = filledLines(pairs, after: head, most: pairs.count)
    guard lines.count > 1 else { return lines }
    let even = filledLines(
      pairs, after: head, most: (pairs.count + lines.count - 1) / lines.count)
    return even.count == lines.count ? even : lines
  }

  /// As many products in each line as have room, and no more than the given number.
  private func filledLines(
    _ pairs: [(Double, Double)], after head: String, most: Int
  ) -> [String] {
    var lines: [String] = []
    var line = head
    var count = 0
    for pair in pairs {
      let product = "\(first.plainFactor(pair.0))·\(second.plainFactor(pair.1))"
      let longer = count == 0 ? line + product : "\(line) + \(product)"
      if count == most || (count > 0 && TextWidth.of(longer, size: 12) > Self.widestLine) {
        lines.append(line)
        line = "+ " + product
        count = 1
      } else {
        line = longer
        count += 1
      }
    }
    return lines + [line]
  }
}

extension NumberFormat {
  /// A finer format, and what it adds to the text of a number that has no more digits.
  fileprivate var withThreeMoreDigits: (NumberFormat, String) {
    switch form {
    case .fixed(let digits): (.fixed(digits + 3), digits == 0 ? ".000" : "000")
    case .scaled(let digits, let exponent):
      (NumberFormat(form: .scaled(digits: digits + 3, exponent: exponent)), "000")
    case .scientific, .significant, .shortest: (self, "")
    }
  }
}
