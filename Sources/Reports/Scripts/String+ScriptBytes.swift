/// Scripts see UTF-16: Duktape keeps each half of a surrogate pair as three bytes (CESU-8).
extension String {
  /// The text as Duktape keeps it.
  var scriptBytes: [UInt8] {
    let bytes = Array(utf8)
    guard bytes.contains(where: { $0 >= 0xF0 }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 3 / 2)
    for scalar in unicodeScalars {
      guard scalar.value > 0xFFFF else {
        result += Array(String(scalar).utf8)
        continue
      }
      for unit in UTF16.encode(scalar)! {
        result += [
          0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F),
        ]
      }
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
