import Platform

/// Files that are looked at again and again for a change.
///
/// They are asked for their state rather than watched by the kernel, which tells nothing of network
/// folders and containers' mounts, and loses a file that an editor replaces by another.
public struct WatchedFiles {
  private var identities: [String: String] = [:]

  /// No files.
  public init() {}

  /// The paths of the files.
  public var paths: [String] { Array(identities.keys) }

  /// Watches these files from now on, as they are; of those that are watched already a change since they
  /// were last looked at is kept.
  public mutating func watch(_ paths: some Sequence<String>) {
    let old = identities
    identities = [:]
    for path in paths { identities[path] = old[path] ?? Files.identity(path) }
  }

  /// Whether one of them is another than when this was last asked.
  public mutating func haveChanged() -> Bool {
    var isSame = true
    for (path, known) in identities {
      let identity = Files.identity(path)
      if identity != known {
        identities[path] = identity
        isSame = false
      }
    }
    return !isSame
  }
}
