import Glibc

/// Watches how much a folder holds.
public final class FolderQuota {
  /// The bytes that may come into the folder.
  public let bytes: Int

  private let folder: String
  private var present = 0
  private var nextLook = 0.0

  /// A quota for what comes into a folder, with all its subfolders, from now on.
  public init(folder: String, bytes: Int) {
    self.folder = folder
    self.bytes = bytes
    present = size(of: folder, upTo: .max)
  }

  /// Whether too much has come into the folder, which is looked at ten times a second at most; false in
  /// between.
  public func isExceeded() -> Bool {
    guard Clock.seconds() >= nextLook else { return false }
    nextLook = Clock.seconds() + 0.1
    return size(of: folder, upTo: present + bytes) > present + bytes
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
