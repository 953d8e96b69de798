import Testing

@Suite("Rule 17: headings")
struct Rule17HeadingTests {
  @Test(
    "have an id of their words, as Pandoc makes them",
    arguments: [
      ("# Heading identifiers in HTML", "heading-identifiers-in-html"),
      ("# Maître d'hôtel", "maître-dhôtel"), ("# *Dogs*?--in *my* house?", "dogsin-my-house"),
      ("# [HTML], [S5], or [RTF]?", "html-s5-or-rtf"), ("# 3. Applications", "applications"),
      ("# 33", "section"), ("# `code_x` $a$ 2.1", "code_x-a-2.1"), ("A\n b\n===", "a-b"),
      ("#", "section"),
      ("# a {#b}", "b"),
    ])
  func anchors(text: String, anchor: String) throws {
    #expect(try blocks(text).contains("heading 1 - #\(anchor)"))
  }

  @Test("have ids that nothing else has, labels to come included")
  func unique() throws {
    #expect(
      try blocks("# A\n# A\n> # A\n# A-1\n# B\n# {#b}\n# Fig x\n\n![c](d){#fig-x}") == """
        heading 1 - #a ‘A’
        heading 1 - #a-1 ‘A’
        quote
          heading 1 - #a-2 ‘A’
        heading 1 - #a-1-1 ‘A-1’
        heading 1 - #b-1 ‘B’
        heading 1 - #b 
        heading 1 - #fig-x-1 ‘Fig x’
        figure 1 fig-x d 9:1 title - alt - width - ‘c’
        target fig-x: figure 1 #fig-x
        """)
  }

  @Test("leave to the page the ids that it has of its own")
  func ofPage() throws {
    let text =
      "# Title\n# Main\n# Footnote 1\n# Footnote 1 text\n# Tabs 2 1\n# Contents toggle\n# Tabs"
    let notebook = try read(text)
    let anchors = notebook.blocks.compactMap {
      if case .heading(let heading) = $0 { heading.anchor } else { nil }
    }
    #expect(
      anchors == [
        "section-title", "section-main", "section-footnote-1", "section-footnote-1-text",
        "section-tabs-2-1", "section-contents-toggle", "tabs",
      ])
    #expect(
      problems("# A {#main}") == [
        "1:1: the label 'main' is one that a page has of its own (Take another, such as 'my-main'.)"
      ])
  }

  @Test("are numbered where the front matter asks for it")
  func numbers() throws {
    let text = "# A\n## B {#sec-b}\n## C {-}\n### D {.unnumbered #d}\n## E\n#### F\n# G\n@sec-b"
    #expect(
      try blocks("---\nnumber-sections: true\n---\n" + text) == """
        heading 1 1 #a ‘A’
        heading 2 1.1 #sec-b ‘B’
        heading 2 - #c ‘C’
        heading 3 - #d ‘D’
        heading 2 1.2 #e ‘E’
        heading 4 1.2.0.1 #f ‘F’
        heading 1 2 #g ‘G’
        paragraph @(11:1 sec-b)
        target sec-b: section 1.1 #sec-b "B"
        """)
    #expect(try read(text).targets["sec-b"]?.number == "")
  }

  @Test("begin with the number 1 even where the first level is the second")
  func secondLevel() throws {
    let notebook = try read("---\nnumber-sections: true\n---\n## A\n### B\n## C")
    #expect(NotebookDump(notebook).text.contains("heading 3 1.1 #b"))
  }

  @Test(
    "end with attributes only where these are some",
    arguments: [
      ("# a {b", "‘a {b’"), ("# a {b c}", "‘a {b c}’"), ("# a {#b} c", "‘a {#b} c’"),
      ("# a {#b} ##", "‘a’"), ("# a `{#b}`", "‘a ’ `{#b}`"), ("# $a$ {#b}", "$(1:4 \"a\")"),
      ("# a {}", "‘a {}’"),
    ])
  func attributes(text: String, content: String) throws {
    #expect(try blocks(text).hasSuffix(" " + content))
  }
}
