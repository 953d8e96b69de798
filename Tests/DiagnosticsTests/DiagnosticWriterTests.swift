import Diagnostics
import Testing

@Suite struct DiagnosticWriterTests {
  private let source = SourceText(name: "lesson.nb", text: "first\n\tπ = 3\nlast")

  @Test func placeLineAndCaret() {
    let diagnostic = Diagnostic(
      .error, "unknown name 'x'", file: "lesson.nb", at: SourcePosition(line: 2, column: 5),
      help: "Declare it.",
      notes: [Diagnostic(.note, "see here", file: "lesson.nb", at: SourcePosition(line: 3))])
    #expect(
      DiagnosticWriter(quoting: [source]).text(of: diagnostic) == """
        lesson.nb:2:5: error: unknown name 'x'
         2 | \tπ = 3
           | \t  ^
          help: Declare it.
        lesson.nb:3:1: note: see here
         3 | last
           | ^

        """)
  }

  @Test func withoutAFile() {
    #expect(DiagnosticWriter().text(of: Diagnostic(.error, "no")) == "nbrun: error: no\n")
  }

  @Test func aLongLineIsCutAroundTheCaret() {
    let long = SourceText(name: "a", text: String(repeating: "x", count: 1000))
    let diagnostic = Diagnostic(.error, "far", file: "a", at: SourcePosition(line: 1, column: 501))
    let lines = DiagnosticWriter(quoting: [long]).text(of: diagnostic).split(separator: "\n")
    #expect(lines[1].count < 160)
    #expect(lines[2] == "   | \(String(repeating: " ", count: 41))^")
  }

  @Test(arguments: [
    ("fig-capt", "fig-cap"), ("ehco", "echo"), ("labl", "label"), ("banana", nil), ("ek", nil),
  ])
  func suggestions(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["echo", "fig-cap", "label"]) == expected)
  }

  @Test func linesEndInEveryWay() {
    #expect(SourceText(name: "", text: "a\r\nb\rc\n").lines == ["a", "b", "c", ""])
  }
}
