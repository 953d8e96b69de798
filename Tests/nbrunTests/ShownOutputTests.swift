import Testing

/// What a document shows of what cells bring forth, in cases that are easily got wrong.
@Suite("Shown output") struct ShownOutputTests {
  @Test("a label or a caption that no output bears is warned of") func emptyFigures() throws {
    let (result, _) = try NotebookProgram.render(
      """
      ```{swift}
      //| label: fig-a
      //| fig-cap: A caption
      let a = 1
      ```

      ```{swift}
      //| fig-cap: Shown
      a
      ```

      ```{swift}
      //| label: lst-b
      //| lst-cap: A listing
      let b = 1
      ```

      ```{swift}
      //| label: tbl-c
      //| include: false
      b
      ```

      See @fig-a, @lst-b and @tbl-c.

      """)
    #expect(result.code == 0)
    #expect(
      result.errors == """
        lesson.nb:1:1: warning: the cell with the label 'fig-a' shows nothing
         1 | ```{swift}
           | ^
          help: End it with the value or the figure to be shown, or take label and caption away.
        lesson.nb:18:1: warning: the cell with the label 'tbl-c' shows nothing
         18 | ```{swift}
            | ^
          help: Its output is left out: give the label and the caption to a cell that is shown.

        """)
  }

  @Test("an error that is shown on purpose has no advice") func shownError() throws {
    let (result, html) = try NotebookProgram.render(
      "```{swift}\n//| error: true\nnowhere\n```\n")
    #expect(result.errors == "")
    #expect(html.contains("cannot find &#39;nowhere&#39; in scope"))
    #expect(!html.contains("nbrun doc"))
  }

  @Test("what is hashed by its place in memory comes in the same order each time")
  func identities() throws {
    let cell = """
      ```{swift}
      final class Node: Hashable {
        let name: Character
        init(_ name: Character) { self.name = name }
        static func == (a: Node, b: Node) -> Bool { a === b }
        func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
      }
      String(Set("abcdefghijklmnop".map(Node.init)).map(\\.name))
      ```

      """
    let first = try NotebookProgram.render(cell).html
    for _ in 1...2 { #expect(try NotebookProgram.render(cell, ["--no-cache"]).html == first) }
  }

  @Test("what another pipe takes in the place of stdout harms nothing") func redirected() throws {
    let (result, html) = try NotebookProgram.render(
      """
      ```{swift}
      import Glibc
      var ends: [Int32] = [0, 0]
      let whole = dup(1)
      pipe(&ends)
      dup2(ends[1], 1)
      show("inside")
      dup2(whole, 1)
      print("back")
      _ = [1: 2].updateValueIfAny()
      ```

      """.replacing("_ = [1: 2].updateValueIfAny()", with: "var d = [1: [2]]\nd[1]?.append(3)"))
    #expect(result.errors == "")
    #expect(html.contains("inside") && html.contains("back"))
    #expect(!html.contains(">()<"))
  }
}
