internal import Cprctl
import Glibc

extension Files {
  /// A file that is written, but not yet in its place.
  struct Staged {
    fileprivate let path: String
    fileprivate let target: String
    fileprivate let temporary: String

    /// Puts the file into its place.
    func rename() throws {
      defer { TemporaryFiles.shared.remove(temporary) }
      guard Glibc.rename(temporary, target) == 0 else {
        let failure = SystemError("cannot write '\(path)'")
        unlink(temporary)
        throw failure
      }
    }

    /// Removes the file; nothing happens where it is in its place already.
    func discard() {
      unlink(temporary)
      TemporaryFiles.shared.remove(temporary)
    }
  }

  /// The permissions of new files. The mask can only be read by changing it, which other threads would
  /// see, so it is done once.
  private static let newFileMode: mode_t = {
    let mask = umask(0)
    umask(mask)
    return 0o666 & ~mask
  }()

  /// Writes a file beside its place.
  ///
  /// - Throws: `SystemError` naming the path.
  static func stage(_ bytes: [UInt8], for path: String) throws -> Staged {
    let target = realPath(path) ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists && status.st_mode & S_IFMT == S_IFDIR {
      throw SystemError("cannot write '\(path)'", code: EISDIR)
    }
    if exists && access(target, W_OK) != 0 { throw SystemError("cannot write '\(path)'") }
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = closing_temporary_file(&template)
    guard descriptor >= 0 else { throw SystemError("cannot write '\(path)'") }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    TemporaryFiles.shared.insert(temporary)
    let staged = Staged(path: path, target: target, temporary: temporary)
    do {
      defer { close(descriptor) }
      try write(bytes, descriptor: descriptor, name: path)
      let mode = exists ? status.st_mode & 0o7777 : newFileMode
      guard fchmod(descriptor, mode) == 0 else { throw SystemError("cannot write '\(path)'") }
    } catch {
      staged.discard()
      throw error
    }
    return staged
  }

  /// Writes to what is no regular file: standard output for `-`, a pipe, a device.
  static func writeDirectly(_ bytes: [UInt8], to path: String) throws {
    if path == "-" { return try write(bytes, descriptor: 1, name: "standard output") }
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("cannot write '\(path)'") }
    defer { close(descriptor) }
    try write(bytes, descriptor: descriptor, name: path)
  }
}
