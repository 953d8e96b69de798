internal import Glibc

/// The files behind the descriptors that `nbrun-cell` was started with.
enum Descriptors {
  /// The descriptor that takes notes of what is looked at and changed in the file system.
  static let reads: Int32 = 5

  /// How much has been printed, and how much was noted of files.
  static var offsets: (output: Int, errors: Int, reads: Int) {
    (offset(of: 1), offset(of: 2), offset(of: reads))
  }

  /// How much was written to a descriptor; 0 where the cell has put a pipe in its place.
  static func offset(of descriptor: Int32) -> Int {
    max(0, Int(lseek(descriptor, 0, SEEK_CUR)))
  }

  /// What was written to a descriptor.
  static func text(of descriptor: Int32, _ range: Range<Int>) -> String {
    var bytes = [UInt8](repeating: 0, count: range.count)
    let count = pread(descriptor, &bytes, range.count, range.lowerBound)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Writes text.
  static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress! + sent, bytes.count - sent)
        if count < 0 && errno != EINTR { return }
        sent += max(0, count)
      }
    }
  }

  /// The folder in which the cells run.
  static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }
}
