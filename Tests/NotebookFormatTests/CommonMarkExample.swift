import Foundation
import Testing

/// An example of the CommonMark specification, as its `spec.json` states it.
struct CommonMarkExample: Decodable, CustomTestStringConvertible {
  var example: Int
  var section: String
  var markdown: String
  var html: String

  var testDescription: String { "\(example) (\(section))" }

  /// The examples of the file that `COMMONMARK_SPEC` names, or else of Debian's
  /// golang-github-yuin-goldmark-dev, which carries the 652 of CommonMark 0.30.
  static func all() throws -> [CommonMarkExample] {
    let path =
      ProcessInfo.processInfo.environment["COMMONMARK_SPEC"]
      ?? "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode([CommonMarkExample].self, from: data)
  }

  /// Whether the specification is there.
  static var isAvailable: Bool { (try? all()) != nil }
}
