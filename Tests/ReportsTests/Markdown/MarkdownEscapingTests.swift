import MarkdownTree
import Testing

@testable import Reports

@Suite("Text in Markdown") struct MarkdownEscapingTests {
  @Test("of any characters is read back as the same text") func property() {
    var state: UInt64 = 7
    let pieces = [
      "*", "_", "`", "[", "]", "(", ")", "<", ">", "#", "+", "-", "=", "1.", "2)", "~", "&amp;",
      "&", "!", "|", "\\", "a", "b c", "é", " ", "\ny", "http://x.org", ":::", "{", "}",
    ]
    for _ in 0..<3000 {
      var text = "x"
      for _ in 0..<9 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let escaped = MarkdownEscaping.escaped(text, isInTable: false, dollar: "\\$")
      let tree = MarkdownTree(parsing: MarkdownEscaping.paragraph(escaped))
      let kinds = tree.nodes.map(\.kind)
      #expect(kinds.count { $0 == .paragraph } == 1, "\(text)")
      var found = ""
      for kind in kinds {
        switch kind {
        case .text(let part): found += part
        case .softBreak, .lineBreak: found += "\n"
        case .document, .paragraph: break
        default: Issue.record("\(kind) in \(escaped)")
        }
      }
      #expect(Self.words(found) == Self.words(text))
    }
  }

  /// Blanks at the ends of lines and lines without anything mean nothing in a paragraph.
  private static func words(_ text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  @Test("in a table's cell keeps its pipes") func pipes() {
    #expect(MarkdownEscaping.escaped("a|b", isInTable: true, dollar: "\\$") == "a\\|b")
    #expect(MarkdownEscaping.code("a|b", isInTable: true) == "`a\\|b`")
  }

  @Test("code stands between more backticks than it holds") func code() {
    #expect(MarkdownEscaping.code("a `b` c", isInTable: false) == "``a `b` c``")
    #expect(MarkdownEscaping.code("`", isInTable: false) == "`` ` ``")
    #expect(MarkdownEscaping.fence("```\nx", language: "swift") == "````swift\n```\nx\n````")
  }
}
