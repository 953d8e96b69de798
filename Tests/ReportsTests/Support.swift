import Foundation
import Testing

@testable import Reports

/// The package's top folder.
let packageFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A writer without a cache.
func writer() -> HTMLWriter {
  HTMLWriter(templates: "\(packageFolder)/templates", typesetter: MathTypesetter())
}

/// Compares a text with a file beside the tests; with `RECORD_GOLDENS=1` writes it, and fails.
func expectGolden(_ text: String, _ name: String) throws {
  let file = URL(fileURLWithPath: packageFolder).appending(
    path: "Tests/ReportsTests/Goldens/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)")
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  let lines = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    golden.split(separator: "\n", omittingEmptySubsequences: false))
  if let (number, (found, expected)) = lines.enumerated().first(where: { $1.0 != $1.1 }) {
    Issue.record("\(name):\(number + 1):\nfound:    \(found)\nexpected: \(expected)")
  } else {
    #expect(text.count == golden.count, "\(name) has another length")
  }
}
