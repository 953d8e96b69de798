import Testing

@Suite("Rules 10 and 11: blocks")
struct Rule10BlockTests {
  @Test(
    "Rule 10: blocks open, nest and close",
    arguments: [
      (
        "::: note\na\n:::",
        "container callout(NotebookFormat.Container.Callout.note) 1:1\n  paragraph ‘a’"
      ),
      (
        "text\n::: hint\na\n:::\ntext",
        "paragraph ‘text’\ncontainer hint 2:1\n  paragraph ‘a’\nparagraph ‘text’"
      ),
      (
        ":::{.hint}\n:::::: {.x .y} ::::\na\n:::\n::::",
        "container hint 1:1\n  container other 2:1\n    paragraph ‘a’"
      ),
      ("::: hint\n- a\n:::", "container hint 1:1\n  list \n    item\n      paragraph ‘a’"),
      (
        "- a\n  ::: hint\n  b\n  :::\n- c",
        "list \n  item\n    paragraph ‘a’\n    container hint 2:3\n      paragraph ‘b’\n  item\n    paragraph ‘c’"
      ),
      (
        "1. ::: hint\n   b\n   :::",
        "list from 1\n  item\n    container hint 1:4\n      paragraph ‘b’"
      ),
      (
        "> ::: hint\n> b\n> :::\nc", "quote\n  container hint 1:3\n    paragraph ‘b’\nparagraph ‘c’"
      ),
      ("::: {#a .b}\n:::", "container other 1:1 #a"),
      ("a ::: b\n:: c", "paragraph ‘a ::: b’ ⏎ ‘:: c’"),
    ])
  func nesting(text: String, dump: String) throws { #expect(try blocks(text) == dump) }

  @Test("Rule 10: link definitions hold across blocks")
  func definitions() throws {
    #expect(
      try blocks("::: hint\n[a]\n:::\n\n[a]: /b")
        == "container hint 1:1\n  paragraph link(/b - ‘a’)")
  }

  @Test(
    "Rule 10: what does not fit is told at its line",
    arguments: [
      (
        "a\n\n::: hint\nb",
        [
          "3:1: this ':::' block has no end (Close it with a line ':::' that is indented as this one is.)"
        ]
      ),
      (
        "::: hint\n::: note\n:::",
        [
          "1:1: this ':::' block has no end (Close it with a line ':::' that is indented as this one is.)"
        ]
      ),
      (
        "a\n:::\n",
        ["2:1: this ':::' closes nothing (Remove it, or open a block as in '::: {.callout-note}'.)"]
      ),
      (
        "- ::: hint\n  a\n:::",
        [
          "1:3: this ':::' block has no end (Close it with a line ':::' that is indented as this one is.)",
          "3:1: this ':::' closes nothing (Remove it, or open a block as in '::: {.callout-note}'.)",
        ]
      ),
      (
        "a\n    ::: hint\n",
        [
          "2:5: this ':::' does not stand where a block can begin or end (Indent it like the text around it.)"
        ]
      ),
      (
        "::: {.hint\n:::",
        [
          "1:1: the attributes '{.hint' cannot be read (Write them as in '::: {.callout-note title=\"Mind this\"}'.)"
        ]
      ),
      (
        "::: hint or note\n:::",
        [
          "1:1: the attributes 'hint or note' cannot be read (Write them as in '::: {.callout-note title=\"Mind this\"}'.)"
        ]
      ),
    ])
  func errors(text: String, messages: [String]) { #expect(problems(text) == messages) }

  @Test("Rule 11: an exercise has a number, points, a label and a title; its solution its number")
  func exercises() throws {
    let text = """
      ::: exercise
      ### The *first*
      a
      :::
      ::: {.exercise #exr-b points=2.5 title="The $2$nd"}
      ::: {.solution #sol-b}
      See @exr-b and @sol-b.
      :::
      :::
      """
    #expect(
      try blocks(text) == """
        container exercise 1:1 number 1 title ‘The ’ *(‘first’)
          paragraph ‘a’
        container exercise 5:1 number 2 #exr-b points 2.5 title ‘The ’ $(5:46 "2") ‘nd’
          container solution 6:1 number 2 #sol-b
            paragraph ‘See ’ @(7:5 exr-b) ‘ and ’ @(7:16 sol-b) ‘.’
        target exr-b: exercise 2 #exr-b
        target sol-b: solution 2 #sol-b
        """)
  }

  @Test("Rule 11: points count on exercises alone")
  func points() throws {
    let text =
      "::: {.exercise points=2}\n::: {.hint points=3}\n:::\n:::\n\n- ::: {.exercise points=1}\n  :::"
    #expect(try read(text).points == 3)
  }

  @Test("Rule 11: what stands in a solution is marked")
  func solutions() throws {
    let notebook = try read(
      """
      ::: solution
      > `{swift} a`

      ```{swift}
      b
      ```
      ::: hint
      `{swift} c`
      :::
      :::
      `{swift} d`

      ```{swift}
      e
      ```
      """)
    #expect(notebook.cells.map(\.isSolution) == [true, false])
    #expect(notebook.inlineValues.map(\.isSolution) == [true, true, false])
    #expect(notebook.inlineValues.map(\.precedingCells) == [0, 1, 1])
  }

  @Test(
    "Rule 11: the kinds",
    arguments: [
      (
        ".callout-warning collapse=true",
        "callout(NotebookFormat.Container.Callout.warning) 1:1 collapsed true"
      ),
      (
        ".callout-important title=\"A 'b'\"",
        "callout(NotebookFormat.Container.Callout.important) 1:1 title ‘A ‘b’’"
      ),
      (".caution", "callout(NotebookFormat.Container.Callout.caution) 1:1"),
      (".tip title='a \"b\"'", "callout(NotebookFormat.Container.Callout.tip) 1:1 title ‘a “b”’"),
      (".panel-tabset", "tabset 1:1"),
      (
        ".content-visible when-format=\"html\"",
        "conditional(formats: [\"html\"], isVisible: true) 1:1"
      ),
      (
        ".content-visible unless-format=\"html\"",
        "conditional(formats: [\"html\"], isVisible: false) 1:1"
      ),
      (
        ".content-hidden when-format=\"pdf, ipynb\"",
        "conditional(formats: [\"pdf\", \"ipynb\"], isVisible: false) 1:1"
      ),
      (
        ".content-hidden unless-format=html",
        "conditional(formats: [\"html\"], isVisible: true) 1:1"
      ),
      (".column", "other 1:1"),
    ])
  func kinds(attributes: String, dump: String) throws {
    #expect(try blocks("::: {\(attributes)}\n:::") == "container \(dump)")
  }

  @Test(
    "Rule 11: what is wrong with attributes is told",
    arguments: [
      (".excercise", "1:1: unknown block 'excercise'. Did you mean 'exercise'?"),
      (".callout-nota", "1:1: unknown block 'callout-nota'. Did you mean 'callout-note'?"),
      (".exercise points=two", "1:1: 'points' takes a number from 0 to 1000000, not 'two'"),
      (".exercise points=-1", "1:1: 'points' takes a number from 0 to 1000000, not '-1'"),
      (
        ".hint points=3",
        "warning 1:1: 'points' counts only on an exercise (Give the points to the '.exercise' around it, or make this block one.)"
      ),
      (".note collapse=yes", "1:1: 'collapse' takes true or false, not 'yes'"),
      (
        ".exercise point=1",
        "warning 1:1: unknown attribute 'point'. Did you mean 'points'? (Known are: title, points, collapse, when-format, unless-format.)"
      ),
      (
        ".content-hidden",
        "1:1: this block does not say for which format (Add 'when-format=\"html\"' or 'unless-format=\"html\"'.)"
      ),
      (
        ".note #fig-a",
        "1:1: a block cannot have the label 'fig-a' (Labels that begin with 'fig-' are for figures.)"
      ),
      (".exercise #one", "1:1: the label of an exercise begins with 'exr-', not as 'one' does"),
    ])
  func wrongAttributes(attributes: String, message: String) {
    #expect(problems("::: {\(attributes)}\n:::") == [message])
  }

  @Test("Rule 11: a title has no label of its own")
  func titleLabel() {
    #expect(
      problems("::: exercise\n## A {#exr-a}\n:::") == [
        "2:1: the title of a block cannot have the label 'exr-a' "
          + "(Give it to the block, as in '::: {.exercise #exr-loss}'.)"
      ])
  }

  @Test("Rule 11: a callout's first heading is its title, a tabset's headings are its tabs")
  func titles() throws {
    let text =
      "---\nnumber-sections: true\n---\n# A\n::: note\n## Title {.x}\n## Next\n:::\n::: panel-tabset\n## One\n:::"
    #expect(
      try blocks(text) == """
        heading 1 1 #a ‘A’
        container callout(NotebookFormat.Container.Callout.note) 5:1 title ‘Title’
          heading 2 1.1 #next ‘Next’
        container tabset 9:1
          heading 2 - #one ‘One’
        """)
  }
}
