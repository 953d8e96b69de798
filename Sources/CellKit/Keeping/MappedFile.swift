internal import Glibc

/// A file's bytes, read when they are looked at.
final class MappedFile {
  /// The bytes.
  let bytes: UnsafeRawBufferPointer

  /// The file at the path; nil where there is none that can be read.
  init?(path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let count = Int(status.st_size)
    guard count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = bytes.baseAddress {
      munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}

extension Digest {
  /// The digest of a file's bytes; `absent` where it cannot be read.
  static func ofFile(_ path: String) -> String {
    guard let file = MappedFile(path: path) else { return "absent" }
    let digest = Digest()
    digest.take(file.bytes)
    return digest.hex
  }
}
