import Diagnostics
import Engine
import NotebookFormat
import Testing

@Suite("What depends on a solution") struct SolutionTaintTests {
  /// A notebook whose cells follow each other; `?` before a cell puts it into a solution.
  private static func notebook(_ cells: [String], text: String = "") throws -> Notebook {
    let blocks = cells.map { cell in
      cell.hasPrefix("?")
        ? "::: {.solution}\n```{swift}\n\(cell.dropFirst())\n```\n:::\n"
        : "```{swift}\n\(cell)\n```\n"
    }
    return try NotebookReader().read(
      SourceText(name: "x.nb", text: blocks.joined(separator: "\n") + "\n" + text))
  }

  @Test(
    "is followed from name to name",
    arguments: [
      ("a value", ["let x = 1", "?let z = x + 1", "let y = z", "y", "x"], [1, 2, 3]),
      ("a variable that the solution changes", ["var w = 0", "?w += 1", "w", "print(1)"], [1, 2]),
      ("an element that it sets", ["var w = [0]", "?w[0] = 1", "w"], [1, 2]),
      ("a method that may change", ["var w = [0]", "?w.append(1)", "w.count"], [1, 2]),
      ("an argument that is passed in and out", ["var w = 0", "?f(&w)", "w"], [1, 2]),
      ("a function", ["?func f() -> Int { 3 }", "f()", "let g = { f() }", "g()"], [0, 1, 2, 3]),
      (
        "a function that reads what the solution sets",
        ["var w = 0", "func f() -> Int { w }", "?w = 3", "f()", "w"], [2, 3, 4]
      ),
      (
        "a function that changes something",
        ["var w = 0", "func set(_ v: Int) { w = v }", "?set(3)", "w"], [2, 3]
      ),
      ("a type", ["?struct S { var a = 7 }", "S().a"], [0, 1]),
      (
        "a member of an extension", ["?extension Int { var twice: Int { 2 * self } }", "4.twice"],
        [0, 1]
      ),
      (
        "a shared object",
        ["class C { var v = 0 }", "let c = C()", "let d = c", "?c.v = 3", "d.v"], [3, 4]
      ),
      (
        "an object that something else holds",
        ["class C { var v = 0 }", "let c = C()", "let all = [1: (c, 2)]", "?c.v = 3", "all"],
        [3, 4]
      ),
      ("a condition", ["?let z = 1", "if z > 0 { print(\"positive\") }"], [0, 1]),
      ("a loop", ["?let z = [1]", "for v in z { print(v) }"], [0, 1]),
      ("a shadow is another name", ["?let z = 1", "func f(z: Int) -> Int { z }", "f(z: 2)"], [0]),
      ("a label is no name", ["?let z = 1", "print(1, separator: \"\")", "g(z: 2)"], [0]),
      (
        "the label of a tuple's part is no name",
        ["?let z = 1", "func f(z a: Int) -> (z: Int, b: Int) { (z: a, b: 2) }", "f(z: 2).z"], [0]
      ),
      (
        "a member of a type hides what has its name",
        ["?let z = 1", "struct S { var z = 2; func twice() -> Int { 2 * z } }", "S().twice()"], [0]
      ),
      (
        "a type reads what is no member of it",
        ["?let z = 1", "struct S { var y = 2; func twice() -> Int { 2 * z } }", "S().twice()"],
        [0, 1, 2]
      ),
      ("an operator", ["?func +++ (a: Int, b: Int) -> Int { a }", "1 +++ 2"], [0, 1]),
      (
        "what a visible cell records as it is",
        ["let x = 1", "answer(\"z\", z)", "let z = x + 1", "z", "x"], [1, 2, 3]
      ),
    ] as [(String, [String], Set<Int>)])
  func flow(name: String, cells: [String], tainted: Set<Int>) throws {
    #expect(SolutionTaint(try Self.notebook(cells)).cells == tainted)
  }

  @Test("is told for a name behind a point only as long as no run says more") func members() throws
  {
    let taint = SolutionTaint(
      try Self.notebook(
        [
          "struct V { func go() -> Int { 1 } }",
          "?struct W {}\nextension W { func go() -> Int { w } }\nlet w = 3", "let y = V().go()",
          "y", "w",
        ], text: "One `{swift} V().go()`, two `{swift} y`.\n"))
    #expect(taint.cells == [1, 2, 3, 4])
    #expect(taint.secretCells == [1, 4])
    #expect(taint.inlineValues == [0])
  }

  @Test("is told for the lines of a solution in a visible cell") func markedLines() throws {
    let notebook = try Self.notebook([
      "let a = 1\n// BEGIN SOLUTION\nlet b = a + 1\n// END SOLUTION", "a", "b",
    ])
    #expect(SolutionTaint(notebook).cells == [0, 2])
  }

  @Test("is told for values in sentences") func inlineValues() throws {
    let notebook = try Self.notebook(
      ["let x = 1", "?let z = x"],
      text: """
        One `{swift} x`, two `{swift} z + x`, three `{swift} [1].map { z in z }.count`.

        ::: {.solution}
        Four `{swift} x`.
        :::

        """)
    #expect(SolutionTaint(notebook).inlineValues == [1, 3])
  }

  @Test("is told for values of sentences above the cell that they come from") func early() throws {
    let notebook = try NotebookReader().read(
      SourceText(
        name: "x.nb",
        text: """
          ---
          title: With `{swift} z`
          ---

          Above it is `{swift} z + 1` and `{swift} x`, of which a solution knows nothing yet.

          ```{swift}
          var x = 1
          ```

          ::: {.solution}
          ```{swift}
          let z = x
          x += 1
          ```
          :::
          """))
    #expect(SolutionTaint(notebook).inlineValues == [0, 1])
  }

  @Test("a cell that is not run taints nothing") func unevaluated() throws {
    let notebook = try NotebookReader().read(
      SourceText(
        name: "x.nb",
        text: """
          ```{swift}
          var w = 0
          ```

          ::: {.solution}
          ```{swift}
          //| eval: false
          w = 3
          ```
          :::

          ```{swift}
          w
          ```

          """))
    #expect(SolutionTaint(notebook).cells == [])
  }
}
