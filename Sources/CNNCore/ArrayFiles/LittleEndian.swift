extension ArraySlice<UInt8> {
  /// The number that bytes hold, the lowest first.
  func littleEndian<Number: FixedWidthInteger>(
    at offset: Int, as type: Number.Type = Number.self
  ) -> Number {
    var number: Number = 0
    for index in (0..<Number.bitWidth / 8).reversed() {
      number = (Number.bitWidth == 8 ? 0 : number << 8) | Number(self[startIndex + offset + index])
    }
    return number
  }
}

extension [UInt8] {
  /// Appends the bytes of a number, the lowest first.
  mutating func appendLittleEndian(_ number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }
}
