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

  /// A text without control characters; `\"`, `\\` and `\/` are the escapes that names need.
  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    var content: [UInt8] = []
    while position < bytes.endIndex {
      var byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(validating: content, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        guard position < bytes.endIndex else { return nil }
        byte = bytes[position]
        position += 1
        guard [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte) else {
          return nil
        }
      }
      guard byte >= 0x20 else { return nil }
      content.append(byte)
    }
    return nil
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
