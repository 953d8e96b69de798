/// The exact decimal digits of a finite number's magnitude.
///
///     magnitude = 0.d₀d₁d₂… · 10^pointPosition
///
/// Every binary floating-point number has a finite decimal expansion, so rounding that starts from
/// it is correct for every number of digits. Tensors and figures write their numbers by it.
package struct DecimalExpansion {
  /// The digits without leading or trailing zeros; empty for zero.
  package private(set) var digits: [UInt8]
  /// How many digits stand before the decimal point; negative for small numbers.
  package private(set) var pointPosition: Int

  /// The digits of a finite number's magnitude.
  package init(of value: Double) {
    precondition(value.isFinite)
    guard value != 0 else {
      digits = []
      pointPosition = 0
      return
    }
    // value = significand · 2^exponent with an integer significand.
    let exponent =
      value.isSubnormal ? -1074 : Int(value.exponent) - Double.significandBitCount
    let significand =
      value.significandBitPattern | (value.isSubnormal ? 0 : 1 << Double.significandBitCount)
    var integer = DecimalInteger(significand)
    var fractionDigits = 0
    if exponent >= 0 {
      integer.multiply(byPowerOf: 2, exponent: exponent)
    } else {
      // m / 2^k = m · 5^k / 10^k
      integer.multiply(byPowerOf: 5, exponent: -exponent)
      fractionDigits = -exponent
    }
    digits = integer.digits
    pointPosition = digits.count - fractionDigits
    trimTrailingZeros()
  }

  /// The digits that a floating-point number's `description` names, such as `1.25e-07`.
  package init(description: String) {
    let parts = description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".").map { Array($0.utf8) }
    let all = mantissa.joined().map { $0 - UInt8(ascii: "0") }
    let leadingZeros = all.prefix { $0 == 0 }.count
    digits = Array(all.dropFirst(leadingZeros))
    // What stands behind an 'e' is always a whole number.
    pointPosition = mantissa[0].count - leadingZeros + (parts.count > 1 ? Int(parts[1])! : 0)
    trimTrailingZeros()
  }

  /// Rounds to the given number of digits after the decimal point; exact ties go to the even digit.
  package mutating func round(fractionDigits: Int) {
    round(keeping: pointPosition + fractionDigits)
  }

  /// Rounds to the given number of significant digits; exact ties go to the even digit.
  package mutating func round(significantDigits: Int) {
    round(keeping: significantDigits)
  }

  /// Moves the decimal point.
  package mutating func divide(byPowerOfTen exponent: Int) {
    if !digits.isEmpty { pointPosition -= exponent }
  }

  /// The digit at a power of ten, zero outside the stored digits.
  package func digit(atPowerOfTen power: Int) -> UInt8 {
    let index = pointPosition - 1 - power
    return digits.indices.contains(index) ? digits[index] : 0
  }

  /// How many digits stand after the decimal point.
  package var fractionDigits: Int { max(0, digits.count - pointPosition) }

  /// The text with so many digits after the decimal point: `12.50`; none and no point for 0.
  package func positional(fractionDigits: Int) -> String {
    var text = ""
    for power in stride(from: max(pointPosition - 1, 0), through: -fractionDigits, by: -1) {
      if power == -1 { text += "." }
      text += String(digit(atPowerOfTen: power))
    }
    return text
  }
}

extension DecimalExpansion {
  private mutating func round(keeping count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      self = DecimalExpansion(of: 0)
      return
    }
    let next = digits[count]
    let isTie = next == 5 && count + 1 == digits.count
    let isOdd = count > 0 && digits[count - 1] % 2 == 1
    let roundsUp = isTie ? isOdd : next >= 5
    digits.removeSubrange(count...)
    if roundsUp { incrementLastDigit() }
    trimTrailingZeros()
  }

  private mutating func incrementLastDigit() {
    while let last = digits.popLast() {
      if last < 9 {
        digits.append(last + 1)
        return
      }
    }
    digits = [1]
    pointPosition += 1
  }

  private mutating func trimTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { pointPosition = 0 }
  }
}

/// A natural number of any size in limbs of nine decimal digits, least significant first.
private struct DecimalInteger {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64]

  init(_ value: UInt64) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(rest % Self.base)
      rest /= Self.base
    }
  }

  mutating func multiply(byPowerOf factor: UInt64, exponent: Int) {
    var rest = exponent
    while rest > 0 {
      // 2^13 and 5^13 times a limb stay within 64 bits.
      let step = min(rest, 13)
      multiply(by: (0..<step).reduce(1) { power, _ in power * factor })
      rest -= step
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    while carry > 0 {
      limbs.append(carry % Self.base)
      carry /= Self.base
    }
  }

  /// The decimal digits, most significant first, without leading zeros.
  var digits: [UInt8] {
    var result: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        result.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while result.last == 0 { result.removeLast() }
    return result.reversed()
  }
}
