import Glibc

/// Watches how much a folder holds.
public final class FolderQuota {
  /// The bytes that the folder may hold.
  public let bytes: Int

  private let folder: String
  private var nextLook = 0.0

  /// A quota for a folder with all its subfolders.
  public init(folder: String, bytes: Int) {
    self.folder = folder
    self.bytes = bytes
  }

  /// Whether the folder held too much when it was last looked at, at most ten times a second.
  public func isExceeded() -> Bool {
    guard Clock.seconds() >= nextLook else { return false }
    nextLook = Clock.seconds() + 0.1
    return size(of: folder, upTo: bytes) > bytes
  }

  private func size(of folder: String, upTo limit: Int) -> Int {
    guard let listing = opendir(folder) else { return 0 }
    defer { closedir(listing) }
    var total = 0
    while total <= limit, let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      let path = "\(folder)/\(name)"
      if name == "." || name == ".." || lstat(path, &status) != 0 { continue }
      total += 4096 + Int(status.st_blocks) * 512
      if status.st_mode & S_IFMT == S_IFDIR { total += size(of: path, upTo: limit - total) }
    }
    return total
  }
}
