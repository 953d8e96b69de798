import CNNCore

/// How the values of one matrix are written: alike, with a common power of ten where they need one.
struct MatrixNumbers {
  /// The format of each value.
  let format: NumberFormat
  /// The power of ten by which all written values are to be multiplied, or nil.
  let exponent: Int?

  /// Up to so many values each may have its own power of ten, where a common one would make zeros of some.
  private static let fewValues = 10

  /// - Parameter scaledDigits: The decimals of values with a power of ten.
  init(values: [Double], digits: Int?, scaledDigits: Int = 2) {
    if let digits {
      format = .fixed(digits)
      exponent = nil
      return
    }
    let uniform = NumberFormat.uniform(for: values)
    guard case .scientific = uniform.form else {
      format = uniform
      exponent = nil
      return
    }
    let largest = values.filter(\.isFinite).map(\.magnitude).max() ?? 0
    var expansion = DecimalExpansion(of: largest)
    expansion.round(significantDigits: scaledDigits + 1)
    let exponent = expansion.pointPosition - 1
    let scaled = NumberFormat(form: .scaled(digits: scaledDigits, exponent: exponent))
    if values.count <= Self.fewValues,
      values.contains(where: { $0 != 0 && scaled.string($0) == scaled.string(0) })
    {
      format = .scientific(scaledDigits)
      self.exponent = nil
      return
    }
    self.exponent = exponent
    format = scaled
  }

  /// The common factor as text, such as `×10⁻⁶`, or nil.
  var factor: String? {
    exponent.map { "×10" + Exponent.superscript($0) }
  }

  func text(_ value: Double) -> String {
    format.string(value)
  }
}
