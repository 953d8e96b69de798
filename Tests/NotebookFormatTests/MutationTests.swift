import Diagnostics
import Foundation
import NotebookFormat
import Testing

/// Mutated notebooks: nothing crashes, and every place that is told lies in the text.
@Suite("Mutated notebooks")
struct MutationTests {
  /// SplitMix64, so that the mutations are the same everywhere.
  struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let snippets =
    [
      "$", "$$", "`", "```", "```{swift}\n", "~~~", ":::", "::: {.solution}\n", ">", "> ", "- ",
      "1) ",
      "[^a]", "[^a]: ", "@fig-x", "[@", "{#fig-x}", "{", "}", "|", "\n|-|\n", ": ", "\\", "*", "_",
      "**",
      "<!--", "-->", "<div>", "\n", "\n\n", "    ", "\t", "---\n", "`{swift} ", "//| ", "![a](b)",
      "[", "]",
      "\u{FDCF}", "ä", "\r", "\u{0}", "&amp;", "===\n", "# ", "// BEGIN SOLUTION\n", "\\text{",
    ].map { Array($0.utf8) } + [
      [0xEF, 0xB7, 0x90], [0xEF, 0xB7, 0x91, 0x24], [0x24, 0xEF, 0xB7, 0x90, 0x30],
    ]

  @Test("are read or refused", arguments: 1...8)
  func mutations(seed: UInt64) throws {
    var random = Random(state: seed)
    let original = Array(try Data(contentsOf: fixtures.appending(path: "everything.nb")))
    for _ in 0..<40 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &random) { mutate(&bytes, using: &random) }
      check(SourceText(name: "x.nb", text: String(decoding: bytes, as: UTF8.self)))
    }
  }

  private func mutate(_ bytes: inout [UInt8], using random: inout Random) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...60, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.removeSubrange(place..<end)
    case 1:
      bytes.insert(
        contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
    default: bytes.insert(contentsOf: Self.snippets.randomElement(using: &random) ?? [], at: place)
    }
  }

  private func check(_ source: SourceText) {
    do {
      let notebook = try NotebookReader().read(source)
      check(notebook.warnings, source)
      for cell in notebook.cells { check(cell, source) }
      for value in notebook.inlineValues {
        let line = source.line(value.position.line)?.utf8.dropFirst(value.position.column - 1)
        let start = value.expression.utf8.prefix { $0 != 0x0A }
        #expect(line?.starts(with: start) == true, "\(value)")
      }
    } catch let errors as NotebookErrors {
      #expect(errors.diagnostics.contains { $0.severity == .error })
      check(errors.diagnostics, source)
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Each line of a cell's code stands where the cell says.
  private func check(_ cell: Cell, _ source: SourceText) {
    let lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == max(1, cell.lineColumns.count))
    for (offset, (line, column)) in zip(lines, cell.lineColumns).enumerated() {
      let original = source.line(cell.codePosition.line + offset)
      let found = original.map { Array($0.utf8.dropFirst(column - 1)) }
      #expect(found.map { $0 == Array(line.utf8).suffix($0.count) } == true, "\(line)")
    }
  }

  private func check(_ diagnostics: [Diagnostic], _ source: SourceText) {
    for diagnostic in diagnostics {
      guard let position = diagnostic.position else { continue }
      let length = source.line(position.line)?.utf8.count
      #expect(
        position.column >= 1 && position.column <= (length ?? -1) + 1, "\(diagnostic.summary)")
    }
  }
}
