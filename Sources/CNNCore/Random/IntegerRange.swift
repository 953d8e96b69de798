/// The range of a call for whole numbers, checked.
struct IntegerRange<Number: FixedWidthInteger> {
  /// The smallest number.
  let low: Int
  /// The largest number less the smallest.
  let span: UInt64

  /// The numbers from `low` up to `high`, which is included if `endpoint` says so.
  init(_ caller: String, low: Int, high: Int, endpoint: Bool = false) {
    if endpoint {
      require(low <= high, "\(caller): low (\(low)) exceeds high (\(high))")
    } else {
      require(low < high, "\(caller): low (\(low)) must be less than high (\(high))")
    }
    let last = endpoint ? high : high - 1
    for bound in [low, last] {
      require(
        Number(exactly: bound) != nil, "\(caller): \(bound) does not fit \(Number.self)")
    }
    self.low = low
    span = UInt64(bitPattern: Int64(last)) &- UInt64(bitPattern: Int64(low))
  }

  /// The number that lies `offset` above the smallest.
  func number(_ offset: UInt64) -> Number {
    Number(truncatingIfNeeded: UInt64(bitPattern: Int64(low)) &+ offset)
  }
}
