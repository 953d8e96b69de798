import Diagnostics
import Foundation
import NotebookFormat
import Testing

/// The folder of the files beside the tests.
let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
  path: "Fixtures")

/// The notebook in a text.
func read(_ text: String) throws -> Notebook {
  try NotebookReader().read(SourceText(name: "x.nb", text: text))
}

/// The blocks of a notebook, dumped.
func blocks(_ text: String) throws -> String {
  let dump = NotebookDump(try read(text)).text
  return dump.split(separator: "\n").dropFirst().joined(separator: "\n")
}

/// What is wrong with a notebook: `line:column: message (help)`, and warnings behind `warning `.
func problems(_ text: String) -> [String] {
  func lines(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { ($0.severity == .warning ? "warning " : "") + $0.summary }
  }
  do {
    return lines(try read(text).warnings)
  } catch let errors as NotebookErrors {
    return lines(errors.diagnostics)
  } catch {
    return ["\(error)"]
  }
}

/// Compares a text with a file beside the tests; with `RECORD_GOLDENS=1` writes it, and fails.
func expectGolden(_ text: String, _ name: String) throws {
  let file = fixtures.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(name)")
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(text == golden)
}
