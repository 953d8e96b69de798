internal import Glibc

/// Something that the cells did with a file or a folder.
///
/// `nbrun-cell` notes each in the file behind descriptor 5: a byte for the kind, but none for `read`; the
/// path; a null byte.
public struct FileAccess: Hashable, Codable, Sendable {
  /// What was done.
  public enum Kind: UInt8, Codable, Sendable {
    /// A file was opened for reading, be it there or not.
    case read
    /// Something was written, made, moved or removed.
    case written
    /// It was asked whether something is there, and what.
    case examined
    /// The names in a folder were asked for.
    case listed
    /// As `examined`, but of a symbolic link itself.
    case linkExamined
    /// A function was called after which nobody knows what was looked at: a tree of folders, another
    /// process, a connection. The path is the function's name.
    case untraced
  }

  /// What was done.
  public var kind: Kind
  /// The path from the root.
  public var path: String

  /// Something that was done with a path.
  public init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// What was noted, in order.
  public static func accesses(in notes: some Collection<UInt8>) -> [FileAccess] {
    var accesses: [FileAccess] = []
    var latestLook: Int?
    for note in notes.split(separator: 0) {
      let mark = note.first.flatMap { Kind(rawValue: $0) } ?? .read
      let path = String(decoding: note.dropFirst(mark == .read ? 0 : 1), as: UTF8.self)
      // Foundation looks whether a link is where it is about to write, maybe by another file that it
      // moves there; no cell learns of it.
      if mark != .written {
        latestLook = accesses.count
      } else if let look = latestLook, accesses[look] == FileAccess(.linkExamined, path) {
        accesses.remove(at: look)
        latestLook = nil
      }
      accesses.append(FileAccess(mark, path))
    }
    return accesses
  }

  /// The note of it.
  public var note: [UInt8] {
    (kind == .read ? [] : [kind.rawValue]) + Array(path.utf8) + [0]
  }

  /// Whether what was found depends on how the path was.
  public var isLook: Bool { kind != .written }

  /// What is found at the path now: two looks with equal states have found the same.
  ///
  /// - Parameter digest: Makes a digest of a file's content.
  public func state(digest: (String) -> String) -> String {
    switch kind {
    case .read: digest(path)
    case .examined, .linkExamined: status
    case .listed: names
    case .written, .untraced: ""
    }
  }
}

extension FileAccess {
  /// Where the path leads and what is there. What is in a folder does not count: it has a time as well,
  /// which the report changes that is written into it.
  private var status: String {
    var status = stat()
    guard stat(path, &status) == 0, let real = realpath(path, nil) else { return "absent" }
    defer { free(real) }
    let place = "\(String(cString: real)) \(status.st_mode)"
    if status.st_mode & S_IFMT == S_IFDIR { return place }
    return "\(place) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// The names in the folder, which have no slashes.
  private var names: String {
    guard let stream = opendir(path) else { return "absent" }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      names.append(name)
    }
    return names.sorted().joined(separator: "/")
  }
}
