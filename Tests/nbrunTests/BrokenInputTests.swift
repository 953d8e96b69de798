import Foundation
import Testing

/// Every notebook in `Broken` fails with exactly the message in the text file beside it, with exit
/// code 1, and leaves the old report as it was. `RECORD_GOLDENS=1` writes the messages anew.
@Suite struct BrokenInputTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Broken")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".nb") }.map { String($0.dropLast(3)) }.sorted()

  @Test("a broken notebook is told at its line", arguments: names)
  func isTold(name: String) throws {
    let working = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: working) }
    let notebook = working.appendingPathComponent("\(name).nb")
    try FileManager.default.copyItem(
      at: Self.folder.appendingPathComponent("\(name).nb"), to: notebook)
    let report = working.appendingPathComponent("report.html")
    try "the old report".write(to: report, atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(
      ["\(name).nb", "-o", "report.html", "--memory", "200"], in: working)
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(try String(contentsOf: report, encoding: .utf8) == "the old report")
    let golden = Self.folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try result.errors.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).txt")
    } else {
      #expect(result.errors == (try String(contentsOf: golden, encoding: .utf8)))
    }
  }

  @Test func thereAreAtLeastFiftyOfThem() {
    #expect(Self.names.count >= 50)
  }
}
