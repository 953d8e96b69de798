extension NumberFormat {
  /// The format in which all the given numbers are written alike, chosen for a reader of a matrix.
  ///
  /// Integers (below a million) have no decimals. Numbers that a few decimals write exactly have
  /// as many as that takes, up to two. All others show about three significant digits of the
  /// largest magnitude; very large and very small ones are written with a power of ten.
  public static func uniform(for values: [Double]) -> NumberFormat {
    let finite = values.filter(\.isFinite)
    let largest = finite.map(\.magnitude).max() ?? 0
    guard largest > 0 else { return .fixed(0) }
    if largest < 1e6, finite.allSatisfy({ $0 == $0.rounded() }) { return .fixed(0) }
    if largest >= 1e5 || largest < 1e-3 { return .scientific(1) }
    for digits in 1...2 where finite.allSatisfy({ isExact($0, digits: digits) }) {
      return .fixed(digits)
    }
    if largest >= 1000 { return .fixed(0) }
    if largest >= 100 { return .fixed(1) }
    if largest >= 0.1 { return .fixed(2) }
    return largest >= 0.01 ? .fixed(3) : .fixed(4)
  }

  /// Whether the number is the one nearest to its own text of that many decimals.
  private static func isExact(_ value: Double, digits: Int) -> Bool {
    Double(NumberFormat.fixed(digits).ascii.string(value)) == value
  }
}
