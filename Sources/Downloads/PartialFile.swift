import Glibc
import Platform

/// What has come of a file so far, beside its place, with the mark of its version on the server.
///
/// While it exists it is locked, so that two programs do not write to it at once.
final class PartialFile {
  /// Where it is.
  let path: String
  /// The bytes that have come.
  private(set) var count: Int

  private let descriptor: Int32
  private var versionPath: String { "\(path).version" }

  /// Opens what is there, or begins.
  ///
  /// - Throws: `SystemError` where it cannot be written, or is being written.
  init(of target: String) throws {
    path = "\(target).partial"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError("cannot write '\(path)'") }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError("another nbrun is downloading '\(path)'", code: code)
    }
    count = max(0, Int(lseek(descriptor, 0, SEEK_END)))
  }

  deinit { close(descriptor) }

  /// The server's mark of the version that the bytes are of: its entity tag, or its date.
  var version: String? {
    get {
      guard let bytes = try? Files.read(versionPath), !bytes.isEmpty, bytes.count < 400 else {
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    set {
      guard let newValue else { return Files.remove(versionPath) }
      try? Files.replace(versionPath, with: Array(newValue.utf8))
    }
  }

  /// Begins again.
  func restart() {
    ftruncate(descriptor, 0)
    lseek(descriptor, 0, SEEK_SET)
    count = 0
    version = nil
  }

  /// Appends bytes.
  func append(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    try Files.write(Array(bytes), descriptor: descriptor, name: path)
    count += bytes.count
  }

  /// Removes it.
  func remove() {
    unlink(path)
    version = nil
  }

  /// Puts the finished file in its place, where it appears at once.
  func move(to target: String) throws {
    fsync(descriptor)
    guard rename(path, target) == 0 else { throw SystemError("cannot write '\(target)'") }
    version = nil
  }
}
