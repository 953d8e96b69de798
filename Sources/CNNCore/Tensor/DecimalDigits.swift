/// The shortest decimal digits that read back as a given number: 0.d₁d₂d₃… · 10^exponent.
struct DecimalDigits {
  private(set) var digits: [UInt8]
  private(set) var exponent: Int

  /// The digits of a finite number's magnitude; none for zero.
  init(_ value: some TensorScalar) {
    let text = value.magnitude.description.split(separator: "e")
    let mantissa = text[0].split(separator: ".", omittingEmptySubsequences: false)
    digits = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
    exponent = mantissa[0].utf8.count + (text.count > 1 ? Int(text[1])! : 0)
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent -= leading
    removeTrailingZeros()
  }

  /// How many digits stand after the decimal point.
  var fractionCount: Int { max(0, digits.count - exponent) }

  /// Rounds to the given number of digits after the decimal point, ties away from zero.
  mutating func round(toFraction count: Int) {
    let kept = exponent + count
    if kept >= digits.count { return }
    if kept < 0 {
      digits = []
      return
    }
    let roundsUp = digits[kept] >= 5
    digits.removeSubrange(kept...)
    if roundsUp { increment() }
    removeTrailingZeros()
  }

  /// The digits in fixed notation, at least `count` of them after the point: `12.50`, `3.`.
  func fixed(fraction count: Int) -> String {
    let places = max(digits.count, exponent)
    let padded = digits + [UInt8](repeating: 0, count: max(0, places - digits.count))
    let whole = exponent > 0 ? text(padded.prefix(exponent)) : "0"
    let zeros = exponent < 0 && !digits.isEmpty ? [UInt8](repeating: 0, count: -exponent) : []
    var fraction = zeros + (exponent > 0 ? Array(padded.dropFirst(exponent)) : padded)
    fraction += [UInt8](repeating: 0, count: max(0, count - fraction.count))
    return whole + "." + text(fraction[...])
  }

  private mutating func increment() {
    var position = digits.count - 1
    while position >= 0 && digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 {
      digits[position] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  private mutating func removeTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  private func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

extension DecimalDigits {
  /// The digits as a mantissa with one digit before the point, and its power of ten.
  var normalized: (mantissa: DecimalDigits, power: Int) {
    var mantissa = self
    mantissa.exponent = digits.isEmpty ? 0 : 1
    return (mantissa, digits.isEmpty ? 0 : exponent - 1)
  }
}
