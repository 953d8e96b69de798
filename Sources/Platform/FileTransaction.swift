import Glibc

/// Several files that are written together, each of them whole or not at all.
///
/// Each is written beside its place first; only when all are there they are renamed, in the order in
/// which they were added, so that a document added last refers to files that are there. What is no regular
/// file is written to directly, before that.
public struct FileTransaction {
  private var files: [(path: String, content: [UInt8], makesFolder: Bool)] = []

  /// No files.
  public init() {}

  /// Adds a file; `-` is standard output.
  ///
  /// - Parameter makesFolder: Whether its folder is made where it is missing.
  public mutating func add(_ content: [UInt8], to path: String, makesFolder: Bool = false) {
    files.append((path, content, makesFolder))
  }

  /// Writes the files.
  ///
  /// - Throws: `SystemError` naming the path. What was there before is as it was then, unless the renaming
  ///   itself failed, as where a folder was taken away meanwhile.
  public func commit() throws {
    var staged: [Files.Staged] = []
    var madeFolders: [String] = []
    do {
      for (path, content, makesFolder) in files where !Self.isDirect(path) {
        let folder = path.parentFolder
        if makesFolder && !folder.isEmpty && !Files.exists(folder) {
          try Files.makeFolder(folder)
          madeFolders.append(folder)
        }
        staged.append(try Files.stage(content, for: path))
      }
      for (path, content, _) in files where Self.isDirect(path) {
        try Files.writeDirectly(content, to: path)
      }
      for index in staged.indices { try staged[index].rename() }
    } catch {
      for file in staged { file.discard() }
      for folder in madeFolders.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// Whether there is no file to put in another's place: a pipe, a device, standard output.
  private static func isDirect(_ path: String) -> Bool {
    if path == "-" { return true }
    var status = stat()
    let kind = stat(path, &status) == 0 ? status.st_mode & S_IFMT : S_IFREG
    return kind != S_IFREG && kind != S_IFDIR
  }
}
