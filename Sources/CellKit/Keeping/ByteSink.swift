internal import Glibc

/// Takes the bytes of values: to tell values apart, to write them to a file, or both.
final class ByteSink {
  private let digest = Digest()
  private let file: UnsafeMutablePointer<FILE>?
  private var writesToFile = true
  private var writesToDigest = true
  /// How many bytes went to the file, or would have.
  private(set) var count = 0
  /// Whether every write has succeeded.
  private(set) var isWhole = true

  /// A sink for digests alone, or one that writes to a file as well.
  init(file: UnsafeMutablePointer<FILE>? = nil) {
    self.file = file
  }

  /// The digest of all that was written.
  var hex: String { digest.hex }

  /// Takes bytes.
  func write(_ bytes: UnsafeRawBufferPointer) {
    if writesToDigest { digest.take(bytes) }
    guard writesToFile else { return }
    count += bytes.count
    guard let file, isWhole, let start = bytes.baseAddress else { return }
    isWhole = fwrite(start, 1, bytes.count, file) == bytes.count
  }

  /// Writes bytes to the file and what `tell` writes to the digest.
  func write(_ bytes: UnsafeRawBufferPointer, standingFor tell: () throws -> Void) rethrows {
    let former = writesToFile
    writesToFile = false
    defer {
      writesToFile = former
      writesToDigest = true
    }
    try tell()
    guard former else { return }
    writesToFile = true
    writesToDigest = false
    write(bytes)
  }

  /// Takes the bytes of a number, a structure of numbers or the like.
  func write<Value: BitwiseCopyable>(raw value: Value) {
    withUnsafeBytes(of: value) { write($0) }
  }

  /// Takes a text, with its length before it.
  func write(_ text: String) {
    var text = text
    text.withUTF8 {
      write(raw: $0.count)
      write(UnsafeRawBufferPointer($0))
    }
  }
}
