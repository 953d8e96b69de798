import Diagnostics
import NotebookFormat
import Testing

@Suite("Rule 12: inline values")
struct Rule12ValueTests {
  @Test(
    "an expression, with digits or without",
    arguments: [
      ("`{swift} loss`", "loss", nil), ("`{swift}  x.y[0, 1] `", "x.y[0, 1]", nil),
      ("`{swift} loss, digits: 4`", "loss", 4), ("`{swift} f(a, b: 2),digits:0`", "f(a, b: 2)", 0),
      ("``{swift} \"`\"``", "\"`\"", nil), ("`{swift} \"a, b\"`", "\"a, b\"", nil),
      ("`{swift} \"\\(d[\"a, b\"])\", digits: 17`", "\"\\(d[\"a, b\"])\"", 17),
      ("`{swift} a\n  .b`", "a\n.b", nil), ("`{swift} digits`", "digits", nil),
    ] as [(String, String, Int?)])
  func values(text: String, expression: String, digits: Int?) throws {
    let value = try #require(try read("The value is \(text).").inlineValues.first)
    #expect(value.expression == expression && value.digits == digits)
  }

  @Test("know their place and the cells before them")
  func places() throws {
    let values = try read("ä `{swift}  a`\n> `{swift} b`\n\n```{swift}\n1\n```\n\n# `{swift} c`\n")
      .inlineValues
    #expect(values.map(\.index) == [0, 1, 2])
    #expect(values.map(\.precedingCells) == [0, 0, 1])
    #expect(
      values.map(\.position) == [
        SourcePosition(line: 1, column: 14), SourcePosition(line: 2, column: 12),
        SourcePosition(line: 8, column: 12),
      ])
  }

  @Test("a value in a cell's caption is computed after the cell")
  func captions() throws {
    let notebook = try read("```{swift}\n//| fig-cap: The `{swift} x`\nlet x = 1\n```")
    #expect(notebook.inlineValues.map(\.precedingCells) == [1])
    #expect(notebook.cells[0].caption?.count == 2)
  }

  @Test(
    "what is code and no value",
    arguments: [
      ("`{{swift}} x`", "`{swift} x`"), ("`{swift}x`", "`{swift}x`"), ("`{a, b} c`", "`{a, b} c`"),
      ("`{x} y`", "`{x} y`"), ("`swift x`", "`swift x`"), ("`{}`", "`{}`"), ("`{`", "`{`"),
      ("\\`{swift} x`", "‘`{swift} x`’"), ("`{swift} x", "‘`{swift} x’"),
    ])
  func code(text: String, dump: String) throws { #expect(try blocks(text) == "paragraph \(dump)") }

  @Test(
    "what is wrong is told",
    arguments: [
      (
        "`{swift} `",
        "1:3: the inline value is empty (Write an expression, as in '`{swift} loss`'.)"
      ),
      (
        "`{swift}`", "1:3: the inline value is empty (Write an expression, as in '`{swift} loss`'.)"
      ),
      ("`{swift} a, digits: x`", "1:12: 'digits' takes a whole number from 0 to 17, not 'x'"),
      ("`{swift} a, digits: 18`", "1:12: 'digits' takes a whole number from 0 to 17, not '18'"),
      (
        "`{swift} a, b`",
        "1:12: an inline value is one expression, and takes 'digits: n' behind it, not 'b'"
      ),
      (
        "`{swift} a, digit: 3`",
        "1:12: an inline value is one expression, and takes 'digits: n' behind it, not 'digit: 3'"
      ),
      (
        "`{swfit} a`",
        "1:3: unknown inline directive '{swfit}'. Did you mean '{swift}'? (Double the braces, '`{{swfit}} …`', to show it as it stands.)"
      ),
      (
        "`{python} a`",
        "1:3: unknown inline directive '{python}' (Double the braces, '`{{python}} …`', to show it as it stands.)"
      ),
    ])
  func errors(text: String, message: String) { #expect(problems("- \(text)") == [message]) }
}
