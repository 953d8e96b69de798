/// Reads the entries of a zip archive without trusting what it says of itself.
///
/// The format is PKWARE's, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (2022);
/// archives of more than 4 GB are left out.
struct ZipReader {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  /// The names and contents of all entries, in the order of the directory.
  func entries() throws(ArrayFileError.Problem) -> [(name: String, bytes: [UInt8])] {
    guard bytes.count <= 0xffff_ffff else { throw .tooLarge }
    let end = try endRecord()
    var position = end.start
    var result: [(name: String, bytes: [UInt8])] = []
    var packedTotal = 0
    for index in 0..<end.count {
      guard position + 46 <= end.limit, signature(at: position) == 0x0201_4b50 else {
        throw .brokenDirectory("entry \(index) of \(end.count) is not there")
      }
      let lengths = (0..<3).map {
        Int(bytes.littleEndian(at: position + 28 + 2 * $0, as: UInt16.self))
      }
      let next = position + 46 + lengths.reduce(0, +)
      guard next <= end.limit else {
        throw .brokenDirectory("entry \(index) of \(end.count) is cut off")
      }
      let name = String(decoding: bytes[position + 46..<position + 46 + lengths[0]], as: UTF8.self)
      packedTotal += number(at: position + 20)
      // Entries that share their data could unpack to far more than the file's size suggests.
      guard packedTotal <= bytes.count else { throw .brokenDirectory("its entries overlap") }
      result.append((name, try content(of: name, directoryEntry: position)))
      position = next
    }
    return result
  }
}

extension ZipReader {
  private func signature(at position: Int) -> UInt32 { bytes.littleEndian(at: position) }

  private func number(at position: Int) -> Int {
    Int(bytes.littleEndian(at: position, as: UInt32.self))
  }

  /// Where the directory begins and ends, and how many entries it has.
  private func endRecord() throws(ArrayFileError.Problem) -> (start: Int, limit: Int, count: Int) {
    // The record is the last thing in the file but for a comment of up to 65,535 bytes.
    var position = bytes.count - 22
    let earliest = max(0, position - 0xffff)
    while position >= earliest && signature(at: position) != 0x0605_4b50 { position -= 1 }
    guard position >= earliest else { throw .noArchive }
    let count = Int(bytes.littleEndian(at: position + 10, as: UInt16.self))
    let size = number(at: position + 12)
    let start = number(at: position + 16)
    guard start != 0xffff_ffff && count != 0xffff else { throw .tooLarge }
    guard start + size <= position else {
      throw .brokenDirectory("\(size) bytes at \(start) reach beyond its end at \(position)")
    }
    return (start, start + size, count)
  }

  private func content(
    of name: String, directoryEntry entry: Int
  ) throws(ArrayFileError.Problem) -> [UInt8] {
    let flags = bytes.littleEndian(at: entry + 8, as: UInt16.self)
    let method = Int(bytes.littleEndian(at: entry + 10, as: UInt16.self))
    let checksum = bytes.littleEndian(at: entry + 16, as: UInt32.self)
    let (packed, unpacked) = (number(at: entry + 20), number(at: entry + 24))
    let header = number(at: entry + 42)
    guard flags & 1 == 0 else { throw .encrypted(entry: name) }
    guard [0, 8].contains(method) else {
      throw .unsupportedCompression(entry: name, method: method)
    }
    guard header + 30 <= bytes.count, signature(at: header) == 0x0403_4b50 else {
      throw .brokenDirectory("'\(name)' is not at byte \(header)")
    }
    let start =
      header + 30 + Int(bytes.littleEndian(at: header + 26, as: UInt16.self))
      + Int(bytes.littleEndian(at: header + 28, as: UInt16.self))
    guard start + packed <= bytes.count else {
      throw .brokenDirectory("'\(name)' reaches beyond the end of the file")
    }
    let data = bytes[start..<start + packed]
    let content: [UInt8]
    if method == 0 {
      guard packed == unpacked else { throw .brokenData(entry: name) }
      content = Array(data)
    } else {
      // Deflating cannot shrink more than this; what claims more lies, and gets no memory.
      guard unpacked <= 1040 * (packed + 1), unpacked < 0xffff_ffff,
        let inflated = Deflate.decompressed(data, count: unpacked)
      else { throw .brokenData(entry: name) }
      content = inflated
    }
    guard Deflate.checksum(content[...]) == checksum else { throw .wrongChecksum(entry: name) }
    return content
  }
}
