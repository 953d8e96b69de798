/// Scripts see UTF-16: Duktape keeps each half of a surrogate pair as three bytes (CESU-8).
extension String {
  /// The text as Duktape keeps it.
  var scriptBytes: [UInt8] {
    let bytes = Array(utf8)
    guard bytes.contains(where: { $0 >= 0xF0 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0xF0, index + 3 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let scalar = bytes[index..<index + 4].dropFirst().reduce(UInt32(bytes[index] & 0x07)) {
        $0 << 6 | UInt32($1 & 0x3F)
      }
      for unit in [0xD7C0 + scalar >> 10, 0xDC00 + scalar & 0x3FF] {
        result.append(0xE0 | UInt8(unit >> 12 & 0x0F))
        result.append(0x80 | UInt8(unit >> 6 & 0x3F))
        result.append(0x80 | UInt8(unit & 0x3F))
      }
      index += 4
    }
    return result
  }

  /// The text that Duktape keeps as the given bytes.
  init(scriptBytes bytes: UnsafeRawBufferPointer) {
    guard bytes.contains(0xED) else {
      self = String(decoding: bytes, as: UTF8.self)
      return
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if index + 5 < bytes.count, bytes[index] == 0xED, bytes[index + 1] & 0xF0 == 0xA0,
        bytes[index + 3] == 0xED, bytes[index + 4] & 0xF0 == 0xB0
      {
        let high = UInt32(bytes[index + 1] & 0x0F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        let low = UInt32(bytes[index + 4] & 0x0F) << 6 | UInt32(bytes[index + 5] & 0x3F)
        result += Array(String(Unicode.Scalar(0x10000 + (high << 10 | low))!).utf8)
        index += 6
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    self = String(decoding: result, as: UTF8.self)
  }
}
