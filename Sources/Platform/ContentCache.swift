import Glibc

/// A folder of results, each under a key that names all that can change it.
///
/// An entry carries its own SHA-256 digest; one that was cut short or changed counts as absent.
public struct ContentCache: Sendable {
  /// The folder.
  public let folder: String

  /// A cache in the given folder, which is made when something is stored.
  public init(folder: String) {
    self.folder = folder
  }

  /// The path of an entry; the key is a digest, the kind a short word such as `run`.
  public func path(_ kind: String, _ key: String) -> String {
    "\(folder)/\(kind)/\(key.prefix(2))/\(key.dropFirst(2))"
  }

  /// The stored bytes, or nil where there are none that are whole.
  public func load(_ kind: String, _ key: String) -> [UInt8]? {
    guard let entry = try? Files.read(path(kind, key)), entry.count >= 64 else { return nil }
    let content = Array(entry[64...])
    guard SHA256.hex(of: content).utf8.elementsEqual(entry[..<64]) else { return nil }
    return content
  }

  /// Stores bytes; a cache that cannot be written is no error, the next run just finds nothing.
  public func store(_ kind: String, _ key: String, _ content: [UInt8]) {
    let path = path(kind, key)
    guard (try? Files.makeFolder(path.parentFolder)) != nil else { return }
    try? Files.replace(path, with: Array(SHA256.hex(of: content).utf8) + content)
  }

  /// Removes what is stored of the given kinds, and nothing else that the folder may hold.
  public func clear(_ kinds: [String]) {
    for kind in kinds { Files.remove("\(folder)/\(kind)") }
  }
}
