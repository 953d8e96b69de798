import Glibc

/// A file in memory that another process writes to and this one reads.
public final class MemoryFile {
  /// Its descriptor, for both reading and writing.
  public let descriptor: Int32

  /// A new, empty file without a name.
  ///
  /// - Throws: `SystemError` where the system has no shared memory.
  public init() throws {
    var descriptor: Int32 = -1
    var attempt = 0
    repeat {
      let name = "/nbrun-\(getpid())-\(attempt)"
      descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
      if descriptor >= 0 { shm_unlink(name) }
      attempt += 1
    } while descriptor < 0 && errno == EEXIST && attempt < 1000
    guard descriptor >= 0 else { throw SystemError("cannot make a file in memory") }
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// How many bytes have been written.
  public var size: Int {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The most that is read at a time: a stranger to this process can make a file look as large as it likes.
  private static let mostBytes = 1 << 28

  /// Its bytes; of a file above 256 MiB the first.
  public var bytes: [UInt8] { bytes(0..<size) }

  /// The text of some of its bytes, the first 256 MiB of them; what is no UTF-8 is marked by U+FFFD.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes(range), as: UTF8.self)
  }

  private func bytes(_ range: Range<Int>) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: min(range.count, Self.mostBytes))
    let count = pread(descriptor, &bytes, bytes.count, range.lowerBound)
    return Array(bytes.prefix(max(0, count)))
  }
}
