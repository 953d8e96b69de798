import Diagnostics

/// The formats of documents; the raw value is the one that `--to` takes.
enum DocumentFormat: String, CaseIterable {
  case html
  case markdown = "md"
  case jupyter = "ipynb"
  case pdf
  case notebook = "nb"

  private static let endings: [String: DocumentFormat] = [
    "html": .html, "htm": .html, "md": .markdown, "markdown": .markdown, "ipynb": .jupyter,
    "pdf": .pdf, "nb": .notebook,
  ]

  /// The format that a file's name tells, or nil.
  init?(fileName path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard path != "-", !path.hasPrefix("/dev/"), name.contains("."),
      let ending = name.split(separator: ".").last,
      let format = Self.endings[ending.lowercased()]
    else { return nil }
    self = format
  }

  /// The format of the given name.
  ///
  /// - Throws: `UsageError` where there is none of it.
  init(name: String) throws {
    guard let format = Self.endings[name.lowercased()] else {
      let near = suggestion(for: name, among: Self.endings.keys.sorted())
      let known = Self.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      throw UsageError(
        "'--to' takes \(known), and was given '\(name)'."
          + (near.map { " \($0)" } ?? ""))
    }
    self = format
  }
}
