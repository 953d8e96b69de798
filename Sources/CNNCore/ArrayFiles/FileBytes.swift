internal import Glibc

/// Files as bytes. They are opened by C's `open`, so that whoever watches it sees what is read.
enum FileBytes {
  /// All bytes of a file.
  static func read(_ path: String) throws -> [UInt8] {
    func failed() -> ArrayFileError {
      ArrayFileError(file: path, problem: .unreadable(reason: String(cString: strerror(errno))))
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failed() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failed() }
    let expected = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw failed() }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Replaces a file by the bytes at once: a failed write leaves the old file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    func failed() -> ArrayFileError {
      ArrayFileError(file: path, problem: .unwritable(reason: String(cString: strerror(errno))))
    }
    let temporary = "\(path).\(getpid()).partial"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failed() }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let error = failed()
        close(descriptor)
        unlink(temporary)
        throw error
      }
      written += count
    }
    guard close(descriptor) == 0 && rename(temporary, path) == 0 else {
      let error = failed()
      unlink(temporary)
      throw error
    }
  }
}
