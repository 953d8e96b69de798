import Glibc

/// Files read and written whole.
public enum Files {
  /// The content of a file.
  ///
  /// - Throws: `SystemError` naming the path; a folder is an error too.
  public static func read(_ path: String) throws -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError("cannot read '\(path)'") }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, name: path)
  }

  /// All that can be read from a descriptor.
  ///
  /// - Throws: `SystemError` with the given name.
  public static func read(descriptor: Int32, name: String) throws -> [UInt8] {
    var status = stat()
    let isRegular = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    var content: [UInt8] = []
    content.reserveCapacity(isRegular ? Int(status.st_size) : 0)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemError("cannot read '\(name)'") }
      if count == 0 { return content }
      content.append(contentsOf: buffer[..<count])
    }
  }

  /// Writes all bytes to a descriptor.
  ///
  /// - Throws: `SystemError` with the given name.
  public static func write(_ bytes: [UInt8], descriptor: Int32, name: String) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SystemError("cannot write '\(name)'") }
      written += count
    }
  }

  /// Writes a file so that it appears whole or not at all: beside its place, then renamed.
  ///
  /// A symbolic link to something is followed, one to nothing replaced, and the permissions of a file that is replaced are kept. What is no
  /// regular file (`/dev/stdout`, a pipe) is written to directly.
  ///
  /// - Throws: `SystemError` naming the path; the old file is then as it was.
  public static func replace(_ path: String, with bytes: [UInt8]) throws {
    var transaction = FileTransaction()
    transaction.add(bytes, to: path)
    try transaction.commit()
  }

  /// Adds bytes to a file's end, which is made where it is missing.
  ///
  /// - Throws: `SystemError` naming the path.
  public static func append(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError("cannot write '\(path)'") }
    defer { close(descriptor) }
    try write(bytes, descriptor: descriptor, name: path)
  }

  /// Makes a folder and those above it where they are missing.
  ///
  /// - Throws: `SystemError` naming the folder.
  public static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, !path.parentFolder.isEmpty else {
      throw SystemError("cannot make the folder '\(path)'")
    }
    try makeFolder(path.parentFolder)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw SystemError("cannot make the folder '\(path)'")
    }
  }

  /// The path with symbolic links resolved, or nil where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether something is there.
  public static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether this process may write to what is there.
  public static func isWritable(_ path: String) -> Bool {
    access(path, W_OK) == 0
  }

  /// Whether a file is there, or a link to one.
  public static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Removes a file, or a folder with all that is in it; nothing happens where nothing is there.
  public static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in entries(of: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names in a folder in alphabetical order.
  public static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

extension Files {
  /// A text that changes whenever the file is replaced or written to.
  public static func identity(_ path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "\(path) absent;" }
    let time = status.st_mtim
    return "\(realPath(path) ?? path) \(status.st_size) \(time.tv_sec).\(time.tv_nsec);"
  }

  /// A file with its size in bytes and when it was last written or marked as used; nil where none is there.
  public static func use(of path: String) -> (path: String, size: Int, lastUse: Double)? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let time = status.st_mtim
    return (path, Int(status.st_size), Double(time.tv_sec) + Double(time.tv_nsec) / 1e9)
  }
}
