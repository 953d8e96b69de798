internal import Czlib
internal import Glibc

/// The content of a file from its beginning to its end, unpacked where it is compressed by gzip.
///
/// It is opened by C's `open`, so that whoever watches it sees what is read. No more is held in
/// memory than what is asked for.
final class DataStream {
  /// What errors call the file.
  let name: String
  /// The bytes of the file, compressed or not.
  let fileLength: Int
  /// Whether the file is compressed by gzip.
  private(set) var isCompressed = false

  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  private var available = 0..<0
  private var inflater: GzipInflater?

  /// Opens a file.
  ///
  /// - Throws: `DataFileError` where it cannot be opened or is a folder, a pipe or a device.
  init(_ path: String, named name: String? = nil) throws {
    self.name = name ?? path
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(self.name) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    fileLength = Int(status.st_size)
    guard isKnown else { throw error(.unreadable(reason: String(cString: strerror(errno)))) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw error(.noRegularFile) }
    try refill()
    if buffer[available].starts(with: [0x1f, 0x8b]) {
      isCompressed = true
      inflater = GzipInflater()
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Up to `count` bytes; fewer only at the end.
  func read(_ count: Int) throws -> [UInt8] {
    var failure: (any Error)?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
      do {
        filled = try read(into: UnsafeMutableBufferPointer(rebasing: target[..<count]))
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Whether nothing is left.
  func isAtEnd() throws -> Bool { try read(1).isEmpty }

  /// The most bytes that the file can hold unpacked: deflating cannot shrink more than this.
  var largestContent: Int { isCompressed ? 1040 * (fileLength + 1) : fileLength }

  /// An error about this file.
  func error(_ problem: DataFileError.Problem) -> DataFileError {
    DataFileError(file: name, problem: problem)
  }
}

extension DataStream {
  private static func unreadable(_ name: String) -> DataFileError {
    DataFileError(file: name, problem: .unreadable(reason: String(cString: strerror(errno))))
  }

  private func refill() throws {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw Self.unreadable(name) }
      available = 0..<count
      return
    }
  }

  private func read(into target: UnsafeMutableBufferPointer<UInt8>) throws -> Int {
    var filled = 0
    while filled < target.count {
      if available.isEmpty { try refill() }
      let rest = UnsafeMutableBufferPointer(rebasing: target[filled...])
      let isLast = available.isEmpty
      let (taken, made) = try step(into: rest)
      available = available.lowerBound + taken..<available.upperBound
      filled += made
      if made == 0 && isLast { break }
    }
    return filled
  }

  private func step(
    into target: UnsafeMutableBufferPointer<UInt8>
  ) throws -> (taken: Int, made: Int) {
    guard let inflater else {
      let count = min(available.count, target.count)
      for i in 0..<count { target[i] = buffer[available.lowerBound + i] }
      return (count, count)
    }
    do {
      return try buffer[available].withUnsafeBufferPointer {
        try inflater.inflate($0, into: target)
      }
    } catch let failure as GzipInflater.Failure {
      throw error(.damagedCompression(reason: failure.reason))
    }
  }
}
