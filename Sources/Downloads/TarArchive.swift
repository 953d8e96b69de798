import Glibc
import Platform

/// Takes files out of a tar archive that is compressed by gzip.
///
/// Only plain files of the given paths and lengths are written, under their last names: an archive
/// cannot put anything elsewhere. Source: POSIX.1-2001, pax, "ustar Interchange Format".
enum TarArchive {
  /// Writes the members into a folder.
  ///
  /// - Throws: `SystemError` where a file cannot be written, `ArchiveError` where a member is missing.
  static func extract(
    _ members: [ArchiveMember], from archive: String, into folder: String
  ) throws {
    guard let file = GzipFile(archive) else { throw SystemError("cannot read '\(archive)'") }
    var missing = Set(members)
    while !missing.isEmpty, let header = file.read(512), header.count == 512, header[0] != 0 {
      let name = text(header[0..<100])
      guard let size = octal(header[124..<136]) else { break }
      let isPlain = header[156] == UInt8(ascii: "0") || header[156] == 0
      let member = ArchiveMember(path: name, size: size)
      if isPlain, missing.remove(member) != nil {
        guard let content = file.read(size), content.count == size else { break }
        try Files.replace("\(folder)/\(member.name)", with: content)
        _ = file.read((512 - size % 512) % 512)
      } else {
        guard skip((size + 511) / 512 * 512, in: file) else { break }
      }
    }
    if let first = missing.map(\.path).min() {
      throw ArchiveError(description: "'\(archive)' has no file '\(first)' of the right length")
    }
  }

  private static func skip(_ count: Int, in file: GzipFile) -> Bool {
    var left = count
    while left > 0 {
      guard let bytes = file.read(min(left, 1 << 18)), !bytes.isEmpty else { return false }
      left -= bytes.count
    }
    return true
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    Int(text(field).filter { !$0.isWhitespace }, radix: 8).flatMap { $0 >= 0 ? $0 : nil }
  }
}

/// An archive that does not hold what it should.
struct ArchiveError: Error, CustomStringConvertible {
  let description: String
}
