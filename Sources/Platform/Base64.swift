/// Bytes as text (RFC 4648, 2006, section 4).
public enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// What each byte stands for as a digit; -1 for what is none.
  private static let values: [Int] = {
    var values = [Int](repeating: -1, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = value }
    return values
  }()

  /// The bytes that the text stands for up to its padding, white space left out; nil where other characters
  /// than those of base 64 stand in it.
  public static func decoded(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var group = 0
    var bits = 0
    for byte in text.utf8 where !(byte == 0x20 || (0x09...0x0D).contains(byte)) {
      if byte == UInt8(ascii: "=") { break }
      let value = values[Int(byte)]
      guard value >= 0 else { return nil }
      group = (group << 6 | value) & 0xFFFF
      bits += 6
      if bits >= 8 {
        bits -= 8
        result.append(UInt8(group >> bits & 0xFF))
      }
    }
    return result
  }

  /// The bytes in base 64, padded.
  public static func encoded(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 { group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0) }
      for place in 0..<4 {
        result.append(place <= count ? digits[group >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
