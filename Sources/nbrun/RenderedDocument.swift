import Platform
import Reports

/// A document as it goes to its place.
struct RenderedDocument {
  /// Its bytes.
  var content: [UInt8]
  /// The files that it refers to.
  var files: [DocumentFile] = []

  init(_ text: String, files: [DocumentFile] = []) {
    content = Array(text.utf8)
    self.files = files
  }

  init(_ content: [UInt8]) {
    self.content = content
  }

  // MARK: - In one piece, for the cache

  /// The document and its files, each after its name and its length.
  var packed: [UInt8] {
    files.reduce(into: Self.packed("", content)) { $0 += Self.packed($1.name, $1.content) }
  }

  private static func packed(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array("\(name)\n\(content.count)\n".utf8) + content
  }

  /// The document that was packed so; nil where the bytes are none.
  init?(packed: [UInt8]) {
    var rest = packed[...]
    var parts: [DocumentFile] = []
    while !rest.isEmpty {
      let lines = rest.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
      guard lines.count == 3, let length = Int(String(decoding: lines[1], as: UTF8.self)),
        (0...lines[2].count).contains(length)
      else { return nil }
      parts.append(
        DocumentFile(
          name: String(decoding: lines[0], as: UTF8.self), content: Array(lines[2].prefix(length))))
      rest = lines[2].dropFirst(length)
    }
    guard let first = parts.first else { return nil }
    content = first.content
    files = Array(parts.dropFirst())
  }
}
