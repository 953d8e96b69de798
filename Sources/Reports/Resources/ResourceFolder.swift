import Platform

/// Why a picture cannot be put into a document.
struct PictureError: Error {
  /// What is wrong, without a full stop.
  var message: String
  /// What to do about it.
  var help: String
}

/// The notebook's folder, the only place that pictures are taken from.
///
/// Symbolic links are resolved before the comparison, and paths are compared by component: a picture in
/// `/course-old` is not in `/course`.
final class ResourceFolder {
  /// The largest picture, in bytes.
  static let largestPicture = 2 << 20

  private let folder: String?
  private var known: [String: Picture] = [:]

  /// The pictures of a folder; without one there are none.
  init(_ folder: String?) {
    self.folder = folder
  }

  /// The picture at a path relative to the folder.
  func picture(at source: String) throws(PictureError) -> Picture {
    if let picture = known[source] { return picture }
    if source.utf8.starts(with: "data:".utf8) || source.utf8.starts(with: "//".utf8)
      || source.prefix(while: { $0 != "/" }).contains(":")
    {
      throw PictureError(
        message: "the picture '\(source.shortened)' is not a file",
        help: "A report loads nothing: put the picture beside the notebook and name its file.")
    }
    let content = try content(of: source)
    guard let picture = Picture(content) else {
      throw PictureError(
        message: "the picture '\(source)' is of a kind that cannot be embedded",
        help: "Use PNG, JPEG, GIF, WebP or SVG.")
    }
    known[source] = picture
    return picture
  }
}

extension ResourceFolder {
  private func content(of source: String) throws(PictureError) -> [UInt8] {
    guard let folder, let root = Files.realPath(folder) else {
      throw PictureError(
        message: "the picture '\(source)' cannot be found",
        help: "A notebook from standard input has no folder to take pictures from.")
    }
    let written = source.hasPrefix("/") ? source : "\(root)/\(source)"
    guard let path = Files.realPath(written) ?? Files.realPath(written.percentDecoded) else {
      throw PictureError(
        message: "the picture '\(source)' is missing",
        help: "Its path is taken relative to the notebook's folder.")
    }
    let components = path.split(separator: "/")
    guard components.starts(with: root.split(separator: "/")) else {
      throw PictureError(
        message: "the picture '\(source)' is outside the notebook's folder",
        help: "Copy it beside the notebook.")
    }
    guard Files.size(ofFile: path) != nil else {
      throw PictureError(message: "the picture '\(source)' is not a file", help: "Name a file.")
    }
    guard let size = Files.size(ofFile: path), size <= Self.largestPicture else {
      throw PictureError(
        message: "the picture '\(source)' is larger than \(Self.largestPicture >> 20) MiB",
        help: "A report carries its pictures: make this one smaller.")
    }
    do {
      return try Files.read(path)
    } catch {
      throw PictureError(message: "the picture '\(source)' cannot be read", help: "\(error)")
    }
  }
}

extension String {
  fileprivate var shortened: String { count <= 60 ? self : prefix(57) + "…" }

  /// The text with `%20` and its like replaced, as Markdown writes spaces in paths.
  fileprivate var percentDecoded: String {
    var bytes: [UInt8] = []
    var rest = Substring(self).utf8
    while let byte = rest.popFirst() {
      let digits = Substring(rest.prefix(2))
      if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
