import Platform

/// A picture as a document carries it.
struct Picture {
  /// Its MIME type.
  let type: String
  /// Its bytes.
  let content: [UInt8]
  /// Its width and height in CSS pixels, where the file says so.
  let size: (width: Int, height: Int)?

  /// A picture of one of the kinds that every browser shows, or nil; the content decides, not the name.
  init?(_ content: [UInt8]) {
    self.content = content
    if content.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      type = "image/png"
      size = content.count < 24 ? nil : (content.big32(at: 16), content.big32(at: 20))
    } else if content.starts(with: [0xFF, 0xD8, 0xFF]) {
      type = "image/jpeg"
      size = Self.sizeOfJPEG(content)
    } else if content.starts(with: "GIF8".utf8), content.count >= 10 {
      type = "image/gif"
      size = (content.little16(at: 6), content.little16(at: 8))
    } else if content.starts(with: "RIFF".utf8), content.dropFirst(8).starts(with: "WEBP".utf8) {
      type = "image/webp"
      size = nil
    } else if Self.isSVG(content) {
      type = "image/svg+xml"
      size = nil
    } else {
      return nil
    }
  }

  /// The picture as an address.
  var dataURI: String { "data:\(type);base64,\(Base64.encoded(content))" }
}

extension Picture {
  /// Source: ITU-T T.81 (1992), B.2.2: the frame header carries height and width.
  private static func sizeOfJPEG(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var index = 2
    while index + 9 < bytes.count, bytes[index] == 0xFF {
      let marker = bytes[index + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (bytes.big16(at: index + 7), bytes.big16(at: index + 5))
      }
      index += 2 + bytes.big16(at: index + 2)
    }
    return nil
  }

  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self).drop {
      $0.isWhitespace || $0 == "\u{FEFF}"
    }
    return start.hasPrefix("<svg")
      || (start.hasPrefix("<?xml") || start.hasPrefix("<!")) && start.contains("<svg")
  }
}

extension [UInt8] {
  fileprivate func big16(at index: Int) -> Int { Int(self[index]) << 8 | Int(self[index + 1]) }
  fileprivate func big32(at index: Int) -> Int { big16(at: index) << 16 | big16(at: index + 2) }
  fileprivate func little16(at index: Int) -> Int { Int(self[index + 1]) << 8 | Int(self[index]) }
}
