import Testing

@Suite("Rule 21: raw HTML")
struct Rule21RawHTMLTests {
  private let help =
    "(Write it in Markdown, or allow it with 'raw-html: true' in the front matter.)"

  @Test("is shown as text, with a warning")
  func shown() throws {
    let text = "a $x$ <b class=\"$y$\">c</b>\n\n<div>\n$z$ @fig-x\n</div>\n"
    #expect(
      try blocks(text).hasPrefix(
        """
        paragraph ‘a ’ $(1:4 "x") ‘ ’ ‘<b class="$y$">’ ‘c’ ‘</b>’
        code - "<div>\\n$z$ @fig-x\\n</div>\\n"
        """))
    #expect(
      problems(text) == [
        "warning 1:7: raw HTML is shown as text \(help)",
        "warning 3:1: raw HTML is shown as text \(help)",
      ])
  }

  @Test("is passed through where the front matter allows it")
  func allowed() throws {
    let text = "---\nraw-html: true\n---\n<b>c</b>\n\n<div>\n"
    #expect(try blocks(text) == "paragraph html(<b>) ‘c’ html(</b>)\nhtml \"<div>\\n\"")
    #expect(problems(text) == [])
  }

  @Test("that is a comment is left out")
  func comments() throws {
    #expect(
      try blocks("a<!-- b -->\n\n<!-- c\n\n$d$ -->\n::: hint\n<!--e-->\n:::")
        == "paragraph ‘a’\ncontainer hint 6:1")
  }
}
