/// Reads the JSON of a `.safetensors` header: an object of objects with `dtype`, `shape` and
/// `data_offsets`, and perhaps `__metadata__`, an object of texts.
struct SafetensorsHeader {
  /// The byte that is read next.
  private(set) var position: Int
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The tensors in the order of the header; nil where it cannot be read.
  mutating func entries() -> [Safetensors.Entry]? {
    var entries: [Safetensors.Entry] = []
    let isObject = members { reader, name in
      if name == "__metadata__" { return reader.members { $0.text() != nil && !$1.isEmpty } }
      var type: String?
      var shape: [Int]?
      var offsets: [Int]?
      let isEntry = reader.members { reader, key in
        switch key {
        case "dtype": type = reader.text()
        case "shape": shape = reader.integers()
        case "data_offsets": offsets = reader.integers()
        default: return false
        }
        return true
      }
      guard isEntry, let type, let shape, let offsets, offsets.count == 2,
        offsets[0] <= offsets[1]
      else { return false }
      entries.append(.init(name: name, type: type, shape: shape, range: offsets[0]..<offsets[1]))
      return true
    }
    skipSpace()
    return isObject && position == bytes.endIndex ? entries : nil
  }
}

extension SafetensorsHeader {
  private mutating func skipSpace() {
    while position < bytes.endIndex, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    guard position < bytes.endIndex, bytes[position] == character.asciiValue else { return false }
    position += 1
    return true
  }

  /// Reads an object and hands each name over; false where it is none, or a member is refused.
  private mutating func members(_ read: (inout SafetensorsHeader, String) -> Bool) -> Bool {
    guard take("{") else { return false }
    if take("}") { return true }
    repeat {
      guard let name = text(), take(":"), read(&self, name) else { return false }
    } while take(",")
    return take("}")
  }

  /// A text with JSON's escapes.
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var content: [UInt8] = []
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let character = escaped() else { return nil }
        content += Array(String(character).utf8)
      case ..<0x20: return nil
      default: content.append(byte)
      }
    }
    return nil
  }

  /// The character that follows a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard let byte = next() else { return nil }
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": return Unicode.Scalar(byte)
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      guard let high = codeUnit() else { return nil }
      guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
      guard next() == UInt8(ascii: "\\"), next() == UInt8(ascii: "u"), let low = codeUnit(),
        UTF16.isTrailSurrogate(low)
      else { return nil }
      return Unicode.Scalar(
        0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    default: return nil
    }
  }

  /// Four hexadecimal digits.
  private mutating func codeUnit() -> UInt16? {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  private mutating func next() -> UInt8? {
    guard position < bytes.endIndex else { return nil }
    position += 1
    return bytes[position - 1]
  }

  /// A text as JSON writes it.
  static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": return "\\\(scalar)"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: return String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }

  private mutating func integers() -> [Int]? {
    guard take("[") else { return nil }
    if take("]") { return [] }
    var numbers: [Int] = []
    repeat {
      skipSpace()
      var digits = ""
      while position < bytes.endIndex, (0x30...0x39).contains(bytes[position]) {
        digits.unicodeScalars.append(Unicode.Scalar(bytes[position]))
        position += 1
      }
      guard let number = Int(digits) else { return nil }
      numbers.append(number)
    } while take(",")
    return take("]") ? numbers : nil
  }
}
