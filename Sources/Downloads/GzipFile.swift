import Czlib
import Platform

/// The content of a file that is compressed by gzip, piece by piece.
final class GzipFile {
  private let file: gzFile

  /// Opens a file, or returns nil.
  init?(_ path: String) {
    guard let file = gzopen(path, "rb") else { return nil }
    self.file = file
    gzbuffer(file, 1 << 17)
  }

  deinit { gzclose(file) }

  /// Up to `count` bytes, fewer at the end; nil where the file is damaged.
  func read(_ count: Int) -> [UInt8]? {
    var isSound = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let read = gzread(file, buffer.baseAddress! + filled, UInt32(min(count - filled, 1 << 20)))
        if read < 0 { isSound = false }
        if read <= 0 { break }
        filled += Int(read)
      }
    }
    return isSound ? bytes : nil
  }

  /// The SHA-256 digest of the content, or nil where the file is not compressed or damaged.
  static func contentDigest(of path: String) -> String? {
    guard let file = GzipFile(path) else { return nil }
    var digest = FileDigest(.sha256)
    while true {
      guard let bytes = file.read(1 << 18) else { return nil }
      if bytes.isEmpty { return gzdirect(file.file) == 1 ? nil : digest.finish() }
      digest.update(bytes)
    }
  }
}
