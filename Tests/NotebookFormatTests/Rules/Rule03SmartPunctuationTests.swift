import NotebookFormat
import Testing

@Suite("Rule 3: smart punctuation")
struct SmartPunctuationTests {
  private func text(_ markdown: String, frontMatter: String = "") throws -> String {
    let notebook = try read((frontMatter.isEmpty ? "" : "---\n\(frontMatter)\n---\n\n") + markdown)
    guard case .paragraph(let inlines)? = notebook.blocks.first else { return "no paragraph" }
    return inlines.plainText
  }

  @Test(
    "turns quotes, hyphens and dots",
    arguments: [
      ("\"Same\" padding, 'so to say'", "“Same” padding, ‘so to say’"),
      ("pages 3--4 --- or so...", "pages 3–4 — or so…"),
      ("the students' own, it isn't", "the students’ own, it isn’t"),
      ("\\\"straight\\\" and a\\-\\-b", "\"straight\" and a--b"),
      ("the slope of `relu`'s and the weights' side", "the slope of relu’s and the weights’ side"),
      ("$x$'s place and *its* 'own'", "x’s place and its ‘own’"),
      ("(\"$x$\" and '$y$')", "(“x” and ‘y’)"),
      ("`a \"b\" -- c...` and $a'--b$", "a \"b\" -- c... and a'--b"),
    ])
  func turned(_ markdown: String, _ expected: String) throws {
    #expect(try text(markdown) == expected)
  }

  @Test("turns them in a title, where nothing begins a block")
  func title() throws {
    let notebook = try read(
      "---\ntitle: \"- The *students'* \\\"map\\\"...\"\nsubtitle: 3--4 | 1.#\n---\n\nx\n")
    #expect(notebook.title?.plainText == "- The students’ “map”…")
    #expect(notebook.subtitle?.plainText == "3–4 | 1.#")
  }

  @Test(
    "leaves them where the front matter or the language says so",
    arguments: [
      ("smart: false", "\"a\" -- b"), ("lang: fr", "\"a\" -- b"), ("lang: en-GB", "“a” – b"),
      ("lang: fr\nsmart: true", "“a” – b"), ("lang: de-CH", "«a» – b"),
      ("lang: de\nsmart: false", "\"a\" -- b"),
    ])
  func choice(_ frontMatter: String, _ expected: String) throws {
    #expect(try text("\"a\" -- b", frontMatter: frontMatter) == expected)
  }

  @Test(
    "sets German quotes where the language is German",
    arguments: [
      ("\"Wie geht's?\" 'So lala.'", "„Wie geht’s?“ ‚So lala.‘"),
      ("das 'erste' und Jonas' Buch", "das ‚erste‘ und Jonas’ Buch"),
      ("\"Er sagte: '*Nein*'.\"", "„Er sagte: ‚Nein‘.“"),
    ])
  func german(_ markdown: String, _ expected: String) throws {
    #expect(try text(markdown, frontMatter: "lang: de") == expected)
  }

  @Test("takes true and false")
  func type() {
    #expect(
      problems("---\nsmart: maybe\n---\n\nx\n") == [
        "2:8: front matter key 'smart' takes true or false, not 'maybe'"
      ])
  }
}
