import Glibc
import Platform

extension Files {
  /// The size of a regular file in bytes, or nil where the path leads to none.
  static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }
}
