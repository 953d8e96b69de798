import Platform
import Reports

/// Brings documents to their places: all of them whole, or none.
///
/// The files of a document stand in a folder beside it, with a list of their names and digests. What a
/// former run put there and this one does not is removed, unless somebody has changed it since.
struct Delivery {
  private static let listName = ".nbrun-files"

  private var transaction = FileTransaction()
  private var stale: [String] = []
  private var emptied: [String] = []

  /// Adds a document with its files.
  mutating func add(_ document: RenderedDocument, to target: OutputTarget) {
    if target.format == .markdown && target.path != "-" {
      let folder = target.filesPath
      let old = Self.list(in: folder)
      let names = Set(document.files.map(\.name))
      stale += old.filter { name, digest in
        !names.contains(name)
          && (try? Files.read("\(folder)/\(name)")).map { SHA256.hex(of: $0) } == digest
      }.map { "\(folder)/\($0.name)" }
      for file in document.files {
        transaction.add(file.content, to: "\(folder)/\(file.name)", makesFolder: true)
      }
      if !document.files.isEmpty {
        let list = document.files.map { "\(SHA256.hex(of: $0.content)) \($0.name)\n" }.joined()
        transaction.add(Array(list.utf8), to: "\(folder)/\(Self.listName)", makesFolder: true)
      } else if !old.isEmpty {
        stale.append("\(folder)/\(Self.listName)")
        emptied.append(folder)
      }
    }
    transaction.add(document.content, to: target.path)
  }

  /// Adds a text.
  mutating func add(_ text: String, to path: String) {
    transaction.add(Array(text.utf8), to: path)
  }

  /// Writes everything.
  ///
  /// - Throws: `SystemError` naming the path; what was there before is then as it was.
  func commit() throws {
    try transaction.commit()
    for path in stale { Files.remove(path) }
    for folder in emptied where Files.entries(of: folder).isEmpty { Files.remove(folder) }
  }

  private static func list(in folder: String) -> [(name: String, digest: String)] {
    guard let content = try? Files.read("\(folder)/\(listName)") else { return [] }
    return String(decoding: content, as: UTF8.self).split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, !parts[1].contains("/") else { return nil }
      return (String(parts[1]), String(parts[0]))
    }
  }
}
