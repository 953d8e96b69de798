/// Writes a zip archive whose bytes depend on the entries alone.
struct ZipWriter {
  let isCompressing: Bool
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(isCompressing: Bool) { self.isCompressing = isCompressing }

  /// Appends an entry.
  mutating func add(_ content: [UInt8], as name: String) throws(ArrayFileError.Problem) {
    let data = isCompressing ? Deflate.compressed(content) : content
    guard bytes.count + data.count + directory.count < 0xff00_0000, count < 0xfffe,
      content.count < 0xffff_ffff, name.utf8.count <= 0xffff
    else { throw .tooLarge }
    let start = bytes.count
    var shared: [UInt8] = []
    shared.appendLittleEndian(UInt16(20))
    // Names beyond ASCII are marked as UTF-8.
    shared.appendLittleEndian(UInt16(name.utf8.allSatisfy { $0 < 0x80 } ? 0 : 0x800))
    shared.appendLittleEndian(UInt16(isCompressing ? 8 : 0))
    // Midnight of 1 January 1980, the first time that the format knows.
    shared.appendLittleEndian(UInt16(0))
    shared.appendLittleEndian(UInt16(0x21))
    shared.appendLittleEndian(Deflate.checksum(content[...]))
    shared.appendLittleEndian(UInt32(data.count))
    shared.appendLittleEndian(UInt32(content.count))
    shared.appendLittleEndian(UInt16(name.utf8.count))
    shared.appendLittleEndian(UInt16(0))

    bytes.appendLittleEndian(UInt32(0x0403_4b50))
    bytes += shared + Array(name.utf8) + data
    directory.appendLittleEndian(UInt32(0x0201_4b50))
    directory.appendLittleEndian(UInt16(20))
    directory += shared
    directory += [UInt8](repeating: 0, count: 10)
    directory.appendLittleEndian(UInt32(start))
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  func finished() throws(ArrayFileError.Problem) -> [UInt8] {
    guard bytes.count + directory.count < 0xffff_ff00 else { throw .tooLarge }
    var result = bytes + directory
    result.appendLittleEndian(UInt32(0x0605_4b50))
    result.appendLittleEndian(UInt32(0))
    result.appendLittleEndian(UInt16(count))
    result.appendLittleEndian(UInt16(count))
    result.appendLittleEndian(UInt32(directory.count))
    result.appendLittleEndian(UInt32(bytes.count))
    result.appendLittleEndian(UInt16(0))
    return result
  }
}
