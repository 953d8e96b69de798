import Diagnostics
import Testing

@Suite("A source text")
struct SourceTextTests {
  @Test(
    "has lines without their endings",
    arguments: [
      ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\r\nb\rc\n\nd", ["a", "b", "c", "", "d"]),
      ("\r\r\n", ["", "", ""]), ("ä\u{2028}b\u{B}c", ["ä\u{2028}b\u{B}c"]),
    ])
  func lines(text: String, lines: [String]) {
    let source = SourceText(name: "x", text: text)
    #expect(source.lines.map(String.init) == lines)
    #expect(source.line(1).map(String.init) == lines[0])
    #expect(source.line(0) == nil && source.line(lines.count + 1) == nil)
  }
}
