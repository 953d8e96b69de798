import Foundation
import NotebookFormat
import Testing

@testable import Reports

@Suite("Text in HTML") struct TextTests {
  @Test("escapes what is markup, and control characters") func escaping() {
    #expect(
      HTMLEscaping.escaped("<a href=\"x\">'&\r\u{7}\u{7F}\t\n")
        == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;\n\u{FFFD}\u{FFFD}\t\n")
    #expect(HTMLEscaping.escaped("plain é 𝔸") == "plain é 𝔸")
  }

  @Test(
    "links lead only where nothing is run",
    arguments: [
      ("https://example.org", true), ("mailto:a@b", true), ("#part", true), ("a/b:c.html", true),
      ("?q=a:b", true), ("javascript:alert(1)", false), (" java\nscript:x", false),
      ("JAVASCRIPT:x", false), ("data:text/html,x", false), ("vbscript:x", false),
      ("file:///etc/passwd", false), ("\u{1}javascript:x", false),
    ])
  func links(destination: String, isHarmless: Bool) {
    #expect(LinkPolicy.isHarmless(destination) == isHarmless)
  }

  @Test("code is coloured by what the parser takes it for") func highlighting() {
    #expect(
      SwiftHighlighter().markup(for: "let x: Int = 1 // \"<\"\n@main struct A {}")
        == """
        <span class="k">let</span> x: <span class="t">Int</span> = <span class="n">1</span> \
        <span class="c">// &quot;&lt;&quot;</span>
        <span class="a">@main</span> <span class="k">struct</span> A {}
        """)
  }

  @Test("code that is no Swift keeps every character") func brokenCode() {
    for code in ["let = = {", "\"open", "func f(", "/* open", "#if x", "🙂 let ü = \"\\(a\""] {
      let markup = SwiftHighlighter().markup(for: code)
      let text = markup.replacing(/<[^>]*>/, with: "").replacing("&quot;", with: "\"")
      #expect(text == code)
    }
  }

  private var body: BodyWriter {
    BodyWriter(
      Sample.everything, log: Sample.log, pictures: ResourceFolder(nil),
      typesetter: MathTypesetter(), highlighter: SwiftHighlighter())
  }

  @Test("formulas keep the signs around them") func formulas() {
    let body = body
    let math = Inline.math(tex: "x", position: Sample.place)
    body.write([.text("so ("), math, .text("), a "), math, .text(", b "), math, .text(" c (d")])
    let formula = #/<math[^§]*?<\/math>/#
    #expect(
      body.html.replacing(formula, with: "§")
        == "so <span class=\"keep\">(§),</span> a <span class=\"keep\">§,</span> b § c (d")
  }

  @Test("a key opens the boxes that solutions stand in") func boxes() {
    let box = Sample.container(
      .callout(.warning), collapsed: true,
      [Sample.container(.exercise, [Sample.container(.solution, [.paragraph([.text("9")])])])])
    let closed = Sample.container(.callout(.warning), collapsed: true, [.thematicBreak])
    let key = body
    key.opensSolutions = true
    key.write([box, closed])
    #expect(key.html.components(separatedBy: " open>").count == 3)
    let report = body
    report.write([box, closed])
    #expect(!report.html.contains(" open"))
  }

  @Test("numbers keep their percent signs, and short code its parts") func phrases() {
    let body = body
    body.write([
      .text("7 % of 53"), .softBreak, .text("% and "), .code("-P x=1"), .text(", not a % b "),
      .code("relu"),
    ])
    #expect(
      body.html
        == "7\u{A0}% of 53\u{A0}% and <code class=\"keep\">-P x=1</code>, not a % b "
        + "<code>relu</code>")
  }

  @Test("points and words are in the notebook's language") func wording() {
    #expect(Wording(language: "en").line(for: .key, points: 2.5) == "Answer key · 2.5 points")
    #expect(Wording(language: "de-AT").line(for: .handout, points: 1) == "Arbeitsblatt · 1 Punkt")
    #expect(Wording(language: "fr").line(for: .handout, points: 0) == "Handout")
    #expect(Wording(language: "en").line(for: .report, points: 3) == "")
  }
}
