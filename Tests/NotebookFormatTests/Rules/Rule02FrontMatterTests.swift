import Diagnostics
import NotebookFormat
import Testing

@Suite("Rule 2: the front matter")
struct Rule02FrontMatterTests {
  private func frontMatter(_ yaml: String) throws -> FrontMatter {
    try read("---\n\(yaml)\n---\ntext").frontMatter
  }

  private func problem(_ yaml: String) -> [String] { problems("---\n\(yaml)\n---\ntext") }

  @Test("gives the document's data")
  func data() throws {
    let front = try frontMatter(
      """
      title: "CNN: a lesson"
      subtitle: by example
      author: Ada
      date: 2026-01-02
      lang: de
      seed: 4294967295
      toc: false
      number-sections: true
      raw-html: yes
      """)
    #expect(front.title == "CNN: a lesson" && front.subtitle == "by example")
    #expect(front.authors == ["Ada"] && front.date == "2026-01-02" && front.language == "de")
    #expect(front.seed == 4_294_967_295 && !front.tableOfContents)
    #expect(front.numberSections && front.rawHTML)
    #expect(front.position == SourcePosition(line: 1))
  }

  @Test("has Markdown in title and subtitle, with its places")
  func titles() throws {
    let notebook = try read(
      """
      ---
      title: "The gradient of $x^2$, *by hand*"
      subtitle: With seed `{swift} seed`
      seed: 3
      ---
      """)
    #expect(
      notebook.title?.summary == "‘The gradient of ’ $(2:26 \"x^2\") ‘, ’ *(‘by hand’)")
    #expect(notebook.inlineValues.map(\.expression) == ["seed"])
    #expect(notebook.inlineValues.first?.position == SourcePosition(line: 3, column: 30))
    #expect(try read("---\ntitle: ''\n---\nx").title == nil)
  }

  @Test("warns of formats whose options contradict each other")
  func contradictions() throws {
    let text = "---\nformat:\n  html:\n    toc: true\n  gfm:\n    toc: false\n---\nx"
    let warning = try #require(try read(text).warnings.first)
    #expect(warning.message == "'toc' says something else than for 'html'")
    #expect(warning.position == SourcePosition(line: 6, column: 5))
    #expect(try read(text.replacing("false", with: "true")).warnings.isEmpty)
  }

  @Test("has defaults")
  func defaults() throws {
    let front = try read("text").frontMatter
    #expect(front.title == nil && front.authors.isEmpty && front.language == "en")
    #expect(front.seed == 0 && front.tableOfContents)
    #expect(!front.numberSections && !front.rawHTML && front.position == nil)
    #expect(try frontMatter("title:\nauthor: ~").title == nil)
  }

  @Test("takes a parameter's type from its default")
  func parameters() throws {
    let front = try frontMatter(
      "params:\n  n: 5\n  rate: 1e-3\n  on: false\n  name: ReLU\n  quoted: \"5\"\n  größe: -2.5")
    #expect(
      front.parameters.map(\.value) == [
        .integer(5), .number(0.001), .boolean(false), .text("ReLU"), .text("5"), .number(-2.5),
      ])
    #expect(front.parameters.map(\.name) == ["n", "rate", "on", "name", "quoted", "größe"])
    #expect(front.parameters[1].position == SourcePosition(line: 4, column: 3))
  }

  @Test("sets defaults of the cell options, which a cell overrides")
  func execute() throws {
    let notebook = try read(
      """
      ---
      execute:
        echo: false
        timeout: 2.5
      format:
        html:
          code-fold: true
          toc: false
      ---
      ```{swift}
      //| echo: true
      1
      ```
      """)
    let options = notebook.cells[0].options
    #expect(options.echo == true && options.timeout == 2.5 && options.codeFold == true)
    #expect(!notebook.frontMatter.tableOfContents)
  }

  @Test("begins on the first line and not before a blank one; it may end with dots")
  func extent() throws {
    #expect(try blocks("---\n\ntext\n\n---") == "thematic break\nparagraph ‘text’\nthematic break")
    #expect(try read("---\ntitle: a\n...\nb").frontMatter.title == "a")
    #expect(try read("\n---\ntitle: a\n---\n").frontMatter.title == nil)
  }

  @Test(
    "tells what is wrong at its place",
    arguments: [
      (
        "titel: a",
        "warning 2:1: unknown front matter key 'titel'. Did you mean 'title'?"
      ),
      (
        "execute:\n  ecoh: true",
        "warning 3:3: unknown front matter key 'ecoh'. Did you mean 'echo'?"
      ),
      ("toc: maybe", "2:6: front matter key 'toc' takes true or false, not 'maybe'"),
      ("seed: -1", "2:7: front matter key 'seed' takes a whole number from 0, not '-1'"),
      ("seed: 1.5", "2:7: front matter key 'seed' takes a whole number from 0, not '1.5'"),
      ("title: [a]", "2:8: front matter key 'title' takes text, not a list"),
      ("author: {a: b}", "2:9: front matter key 'author' takes text, not a mapping"),
      (
        "- a", "2:1: 'key: value' is expected here, not a list (A blank stands behind the colon.)"
      ),
      (
        "a: b: c",
        "2:5: the front matter is not valid YAML: mapping values are not allowed in this context "
          + "(A text that holds ': ' stands in quotes, as in 'title: \"CNN: a lesson\"'.)"
      ),
      (
        "größe: [1, 2",
        "2:10: the front matter is not valid YAML: did not find expected ',' or ']'"
      ),
      (
        "title: a\ntitle: b",
        "3:1: the front matter is not valid YAML: the key 'title' stands twice"
      ),
      (
        "title: &a b",
        "2:8: the front matter is not valid YAML: anchors and aliases ('&name', '*name') "
          + "are not supported"
      ),
      (
        "params:\n  let: 1",
        "3:3: 'let' cannot be the name of a parameter "
          + "(Take a Swift identifier other than 'seed', such as 'learningRate'.)"
      ),
      (
        "params:\n  a: [1]",
        "3:6: the parameter 'a' takes a number, true or false, or text, not a list "
          + "(What stands here decides its type.)"
      ),
      (
        "params: 3", "2:9: front matter key 'params' takes 'name: default' pairs, not '3'"
      ),
    ])
  func errors(yaml: String, message: String) { #expect(problem(yaml) == [message]) }

  @Test("counts columns in bytes")
  func byteColumns() {
    #expect(
      problem("{title: ä, toc: 3}") == [
        "2:18: front matter key 'toc' takes true or false, not '3'"
      ])
  }

  @Test("has an end")
  func unclosed() {
    #expect(
      problems("---\ntitle: a\n\ntext") == [
        "1:1: the front matter has no end (Close it with a line '---'.)"
      ])
  }
}
