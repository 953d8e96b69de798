internal import CorePictures
internal import Glibc

/// A decoded picture: samples row by row, the channels of a pixel side by side.
struct PictureFile {
  var width: Int
  var height: Int
  /// 1 gray, 2 gray and alpha, 3 RGB, 4 RGB and alpha.
  var channels: Int
  /// The samples, 0 … `largest`.
  var samples: [UInt16]
  /// 255 or 65,535.
  var largest: Int

  /// The most pixels that are read, 8192 × 8192.
  static let pixelLimit = 1 << 26

  /// Decodes a PNG or JPEG file.
  init(_ path: String) throws {
    let stream = try DataStream(path)
    let start = try stream.read(8)
    guard Format(start) != nil else { throw stream.error(.noPicture(start: start)) }
    try self.init(bytes: start + stream.read(stream.fileLength - start.count), named: path)
  }

  /// Decodes the bytes of a PNG or JPEG file; the content decides which.
  init(bytes: [UInt8], named name: String) throws {
    guard let format = Format(bytes) else {
      throw DataFileError(file: name, problem: .noPicture(start: Array(bytes.prefix(8))))
    }
    var picture = core_picture()
    // What claims more pixels than its bytes can stand for lies, and gets no memory.
    let pixels = min(Self.pixelLimit, format.pixelsPerByte * (bytes.count + 1))
    switch format {
    case .png: core_png_read(bytes, bytes.count, pixels, &picture)
    case .jpeg: core_jpeg_read(bytes, bytes.count, pixels, &picture)
    }
    defer { free(picture.samples) }
    guard let samples = picture.samples else {
      let reason = withUnsafeBytes(of: picture.message) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw DataFileError(
        file: name, problem: .damagedPicture(format: format.rawValue, reason: reason))
    }
    (width, height, channels) = (picture.width, picture.height, picture.channels)
    let count = width * height * channels
    if picture.depth == 2 {
      largest = 65_535
      self.samples = Array(
        UnsafeBufferPointer(start: samples.assumingMemoryBound(to: UInt16.self), count: count))
    } else {
      largest = 255
      let bytes = UnsafeBufferPointer(
        start: samples.assumingMemoryBound(to: UInt8.self), count: count)
      self.samples = bytes.map(UInt16.init)
    }
  }
}

extension PictureFile {
  private enum Format: String {
    case png = "PNG"
    case jpeg = "JPEG"

    init?(_ start: [UInt8]) {
      if start.starts(with: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) {
        self = .png
      } else if start.starts(with: [0xff, 0xd8, 0xff]) {
        self = .jpeg
      } else {
        return nil
      }
    }

    /// The most pixels that a byte can stand for: deflated to a 1032nd with 8 pixels a byte, or
    /// blocks of 16 × 16 pixels in 6 bits.
    var pixelsPerByte: Int {
      switch self {
      case .png: 8 * 1040
      case .jpeg: 1024
      }
    }
  }
}
