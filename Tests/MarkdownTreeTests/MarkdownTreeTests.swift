import MarkdownTree
import TestSupport
import Testing

@Suite("The Markdown tree")
struct MarkdownTreeTests {
  @Test("has the nodes with their places, in UTF-8 bytes")
  func dump() {
    let text = """
      # Größe *b*

      > - foo ![i](u "t")
      >   bar `co
      >   de` **x**
      lazy ![l](m)

      1. [a](b)

         ```swift
         let x = 1
         ```
      <!-- c -->
      ***
      """
    #expect(
      MarkdownTree(parsing: text).dump == """
        document 1:1-14:3
          heading 1 1:1-1:13
            text "Größe " 1:3-1:10
            emphasis 1:11-1:13
              text "b" 1:12-1:12
          block quote 3:1-6:12
            bullet list 3:3-6:12
              item 3:3-6:12
                paragraph 3:5-6:12
                  text "foo " 3:5-3:8
                  image "u" "t" 3:9-3:19
                    text "i" 3:11-3:11
                  soft break 0:0-0:0
                  text "bar " 4:5-4:8
                  code span "co de" 4:10-5:6
                  text " " 5:8-5:8
                  strong 5:9-5:13
                    text "x" 5:11-5:11
                  soft break 0:0-0:0
                  text "lazy " 6:1-6:5
                  image "m" "" 6:6-6:12
                    text "l" 6:8-6:8
          list from 1 (loose) 8:1-12:6
            item 8:1-12:6
              paragraph 8:4-8:9
                link "b" "" 8:4-8:9
                  text "a" 8:5-8:5
              code "swift" "let x = 1\\n" 10:4-12:6
          html "<!-- c -->\\n" 13:1-13:10
          thematic break 14:1-14:3

        """)
  }

  @Test("places a paragraph behind the link definitions that it follows")
  func definitions() {
    let text = "[r]: /url\n[s]: /v\ntext ![a](b)\n  and ![c](d)\n"
    #expect(
      MarkdownTree(parsing: text).dump == """
        document 1:1-4:13
          paragraph 3:1-4:13
            text "text " 3:1-3:5
            image "b" "" 3:6-3:12
              text "a" 3:8-3:8
            soft break 0:0-0:0
            text "and " 4:3-4:6
            image "d" "" 4:7-4:13
              text "c" 4:9-4:9

        """)
  }

  @Test("counts the lines of hard breaks made by backslashes")
  func backslashBreaks() {
    let text = "> a\\\n> b\\\n>   ![c](d)\n> *e*  \n> ![f](g)\\\n> `h` ![i](j)\n"
    #expect(
      MarkdownTree(parsing: text).dump == """
        document 1:1-6:13
          block quote 1:1-6:13
            paragraph 1:3-6:13
              text "a" 1:3-1:3
              line break 0:0-0:0
              text "b" 2:3-2:3
              line break 0:0-0:0
              image "d" "" 3:5-3:11
                text "c" 3:7-3:7
              soft break 0:0-0:0
              emphasis 4:3-4:5
                text "e" 4:4-4:4
              line break 0:0-0:0
              image "g" "" 5:3-5:9
                text "f" 5:5-5:5
              line break 0:0-0:0
              code span "h" 6:4-6:4
              text " " 6:6-6:6
              image "j" "" 6:7-6:13
                text "i" 6:9-6:9

        """)
  }

  @Test("ends a span of HTML over several lines at its last byte")
  func htmlOverLines() throws {
    let tree = MarkdownTree(parsing: "a <b\n  c> d\n")
    let node = try #require(
      tree.nodes.first { if case .htmlInline = $0.kind { true } else { false } })
    #expect(node.start.line == 1 && node.start.column == 3)
    #expect(node.end.line == 2 && node.end.column == 4)
  }

  @Test("reads and walks 100,000 nested quotes without a deep stack")
  func deepQuotes() {
    let depth = 100_000
    let tree = MarkdownTree(parsing: String(repeating: ">", count: depth) + " x")
    #expect(tree.nodes.count == depth + 3)
    var index = MarkdownTree.root
    var steps = 0
    while let child = tree[index].firstChild {
      index = child
      steps += 1
    }
    #expect(steps == depth + 2)
    #expect(tree[index].kind == .text("x"))
  }

  @Test(
    "ends a block at its own last line",
    arguments: [
      ("> ```\n> a\n```\n", "code (unclosed) \"\" \"a\\n\" 1:3-2:3"),
      ("> ```\n> a\n> ```\n", "code \"\" \"a\\n\" 1:3-3:5"),
      ("> ```\n> a\n> > ```\n", "code (unclosed) \"\" \"a\\n> ```\\n\" 1:3-3:7"),
      ("```\na\n\n", "code (unclosed) \"\" \"a\\n\\n\" 1:1-3:0"),
      ("```\na", "code (unclosed) \"\" \"a\\n\" 1:1-2:1"),
      ("```", "code (unclosed) \"\" \"\" 1:1-1:3"),
      ("~~~\n```\n~~~~ \nx", "code \"\" \"```\\n\" 1:1-3:5"),
      ("````\n```\n````", "code \"\" \"```\\n\" 1:1-3:4"),
      ("``` a\n``` a\n```", "code \"a\" \"``` a\\n\" 1:1-3:3"),
      ("    ```\n    a\n    ```\n", "code (indented) \"\" \"```\\na\\n```\\n\" 1:5-3:7"),
      ("- ```\n  a\n\nb", "code (unclosed) \"\" \"a\\n\\n\" 1:3-3:0"),
      ("a\nb\n===\n\nc", "heading 1 1:1-3:3"),
      ("<!--\na -->\nb", "html \"<!--\\na -->\\n\" 1:1-2:5"),
      ("<p>\nb\n\nc", "html \"<p>\\nb\\n\" 1:1-2:1"),
    ])
  func blockEnds(text: String, dump: String) {
    let tree = MarkdownTree(parsing: text)
    let lines = tree.dump.split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains { $0 == dump }, "\(tree.dump)")
  }

  @Test("is empty but for the document where the text is")
  func empty() {
    #expect(MarkdownTree(parsing: "").nodes.map(\.kind) == [.document])
  }

  @Test(
    "means what CommonMark 0.30 says",
    .enabled(if: CommonMarkExample.isAvailable, "no CommonMark specification here"))
  func commonMark() throws {
    let examples = try CommonMarkExample.all()
    #expect(examples.count == 652)
    for example in examples {
      let html = HTMLRendering(MarkdownTree(parsing: example.markdown)).html
      #expect(html == example.html, "example \(example)")
    }
  }
}
