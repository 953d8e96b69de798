import NotebookFormat
import Testing

@Suite("Rule 20: footnotes")
struct Rule20FootnoteTests {
  @Test("are numbered by first reference, and count the references")
  func order() throws {
    #expect(
      try blocks("a[^y] b[^x] c[^y]\n\n[^x]: X\n[^y]: Y *z*\n\n- d\n") == """
        paragraph ‘a’ ^(1 1) ‘ b’ ^(2 1) ‘ c’ ^(1 2)
        list 
          item
            paragraph ‘d’
        footnote 1 y
          paragraph ‘Y ’ *(‘z’)
        footnote 2 x
          paragraph ‘X’
        """)
  }

  @Test(
    "have paragraphs and other blocks that are indented",
    arguments: [
      (
        "[^a]: b\n\n    c $d$\n\n    ```\n    e\n    ```\nf",
        "paragraph ‘b’\n  paragraph ‘c ’ $(5:8 \"d\")\n  code - \"e\\n\""
      ),
      ("[^a]: b\nc", "paragraph ‘b’ ⏎ ‘c’"), ("[^a]:\n    b", "paragraph ‘b’"),
      ("[^a]: @sec-s [b](c)", "paragraph @(3:7 sec-s) ‘ ’ link(c - ‘b’)"),
      ("  [^a]: b", "paragraph ‘b’"),
      ("[^a]: | b |\n    |---|", "table - - [NotebookFormat.Table.Alignment.none]\n    row ‘b’"),
      (
        "[^a]: b\n\n    - c\n    - d",
        "paragraph ‘b’\n  list \n    item\n      paragraph ‘c’\n    item\n      paragraph ‘d’"
      ),
      ("[^a]: b[^a]", "paragraph ‘b’ ^(1 2)"),
      ("text\n[^a]: b", "paragraph ‘b’"), ("- x\n- y\n\n[^a]: b", "paragraph ‘b’"),
      ("1) x\n2) y\n\n[^a]: b", "paragraph ‘b’"),
    ])
  func content(text: String, dump: String) throws {
    let found = try blocks("x[^a]\n\n\(text)\n\n# S {#sec-s}")
    #expect(found.contains("footnote 1 a\n  \(dump)\n"), "\(found)")
  }

  @Test("in a solution are marked")
  func solutions() throws {
    let notebook = try read(
      "::: solution\na[^x] `{swift} b`\n\n[^x]: `{swift} c`\n:::\n[^y]\n\n[^y]: d")
    #expect(notebook.footnotes.map(\.isSolution) == [true, false])
    #expect(notebook.inlineValues.map(\.isSolution) == [true, true])
  }

  @Test("in code are code")
  func code() throws {
    #expect(
      try blocks("    [^a]: b\n\n```\n[^a]: b\n```")
        == "code - \"[^a]: b\\n\"\ncode - \"[^a]: b\\n\"")
    #expect(try blocks("`[^a]` \\[^a]") == "paragraph `[^a]` ‘ [^a]’")
  }

  @Test(
    "what lacks its other half is told",
    arguments: [
      (
        "a[^note]\n\n[^nota]: b",
        [
          "1:2: the footnote '[^note]' has no text. Did you mean 'nota'?",
          "warning 3:1: nothing refers to the footnote '[^nota]'",
        ]
      ),
      (
        "a[^b]",
        [
          "1:2: the footnote '[^b]' has no text (Add a line '[^b]: …', or write '\\[^b]' for the text.)"
        ]
      ),
      ("a[^b]\n\n[^b]: c\n\n[^b]: d", ["5:1: the footnote '[^b]' has a text already"]),
    ])
  func errors(text: String, messages: [String]) { #expect(problems(text) == messages) }
}
