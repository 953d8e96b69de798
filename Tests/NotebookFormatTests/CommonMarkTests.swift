import Diagnostics
import NotebookFormat
import TestSupport
import Testing

@Suite("Rule 3: CommonMark 0.30 in a notebook")
struct CommonMarkTests {
  /// The examples that a notebook reads otherwise, and why.
  static let differences = [
    126: unclosed, 127: unclosed, 128: unclosed, 137: unclosed, 139: unclosed, 237: unclosed,
  ]
  private static let unclosed = "a fence that is not closed is an error (rule 5)"

  @Test(
    "is what its specification says, but for the explained differences",
    .enabled(if: CommonMarkExample.isAvailable, "no CommonMark specification here"))
  func examples() throws {
    for example in try CommonMarkExample.all() {
      let isSame = outcome(example.markdown) == example.html
      let explanation = Self.differences[example.example]
      #expect(
        isSame == (explanation == nil),
        """
        example \(example.example) (\(explanation ?? "not explained")):
        \(example.markdown)
        --- is
        \(outcome(example.markdown))
        --- should be
        \(example.html)
        """)
    }
  }

  @Test(
    "is what its specification says, without differences, where it is escaped as foreign",
    .enabled(if: CommonMarkExample.isAvailable, "no CommonMark specification here"))
  func foreign() throws {
    for example in try CommonMarkExample.all() {
      let escaped = ForeignMarkdown.escaped(example.markdown)
      #expect(outcome(escaped) == example.html, "example \(example.example):\n\(escaped)")
    }
  }

  private func outcome(_ markdown: String) -> String {
    do {
      let frontMatter = "---\nraw-html: true\nsmart: false\n---\n"
      let source = SourceText(name: "x.nb", text: frontMatter + markdown)
      return HTMLRendering(try NotebookReader().read(source).blocks).html
    } catch {
      return "\(error)"
    }
  }
}
