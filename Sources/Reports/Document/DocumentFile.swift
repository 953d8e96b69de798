/// A file that goes with a document.
public struct DocumentFile: Hashable, Codable, Sendable {
  /// Its name, without a folder.
  public var name: String
  /// Its bytes.
  public var content: [UInt8]

  /// A file with its name.
  public init(name: String, content: [UInt8]) {
    self.name = name
    self.content = content
  }
}

/// The files of a document, each under a name of its own.
struct DocumentFiles {
  private(set) var files: [DocumentFile] = []
  private var names: Set<String> = []
  private var pictures: [String: String] = [:]

  /// Adds a file under the name, or one like it where that is taken, and returns the name.
  mutating func add(_ content: [UInt8], named stem: String, ending: String) -> String {
    var name = "\(stem).\(ending)"
    var count = 1
    while !names.insert(name).inserted {
      count += 1
      name = "\(stem)-\(count).\(ending)"
    }
    files.append(DocumentFile(name: name, content: content))
    return name
  }

  /// Adds a picture of the notebook's folder once, and returns its name.
  mutating func add(_ picture: Picture, at source: String) -> String {
    if let name = pictures[source] { return name }
    let last = source.split(separator: "/").last ?? ""
    let stem = last.prefix { $0 != "." }.filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
    }
    let name = add(
      picture.content, named: stem.isEmpty ? "picture" : String(stem), ending: picture.ending)
    pictures[source] = name
    return name
  }
}

extension Picture {
  fileprivate var ending: String {
    switch type {
    case "image/jpeg": "jpg"
    case "image/svg+xml": "svg"
    default: String(type.dropFirst("image/".count))
    }
  }
}
