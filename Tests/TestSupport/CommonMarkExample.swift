import Foundation

/// An example of the CommonMark specification, as its `spec.json` states it.
public struct CommonMarkExample: Decodable, Sendable {
  /// Its number.
  public var example: Int
  /// The text.
  public var markdown: String
  /// What it is as HTML.
  public var html: String

  /// The examples of the file that `COMMONMARK_SPEC` names, or else of Debian's
  /// golang-github-yuin-goldmark-dev, which carries the 652 of CommonMark 0.30.
  public static func all() throws -> [CommonMarkExample] {
    let path =
      ProcessInfo.processInfo.environment["COMMONMARK_SPEC"]
      ?? "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode([CommonMarkExample].self, from: data)
  }

  /// Whether the specification is there.
  public static var isAvailable: Bool { (try? all()) != nil }
}
