import Glibc

/// A folder that lives as long as this value, for the files of one run.
public final class TemporaryFolder {
  /// Its path.
  public let path: String

  /// A new folder below `TMPDIR`, or below `/tmp`.
  ///
  /// - Throws: `SystemError` where none can be made.
  public init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/nbrun.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw SystemError("cannot make a temporary folder in '\(parent)'")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    TemporaryFiles.shared.insert(path)
  }

  deinit {
    Files.remove(path)
    TemporaryFiles.shared.remove(path)
  }
}
