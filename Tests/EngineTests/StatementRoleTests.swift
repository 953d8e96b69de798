import Diagnostics
import NotebookFormat
import Testing

@testable import Engine

@Suite("Where a statement goes") struct StatementRoleTests {
  private func role(_ code: String) -> StatementRole {
    CellAnalysis(code: code).statements[0].role
  }

  @Test(
    "to the file's scope",
    arguments: [
      "func f() { return }", "struct S {}", "import Foundation", "extension Int {}",
      "var x: Int { return 1 }", "typealias T = Int", "infix operator +++",
      "func f() async { await g() }",
    ])
  func declarations(code: String) {
    #expect(role(code) == .declaration)
  }

  @Test(
    "into the cell's function",
    arguments: [
      "f()", "x = 1", "for i in y { print(i) }", "if a { b() }", "do { try f() } catch {}",
      "let _ = f()", "let (_, _) = try f()",
      "x.map { return $0 }", "for i in y { x.map { if i { return 1 }; return 2 } }",
    ])
  func actions(code: String) {
    #expect(role(code) == .action)
  }

  @Test(
    "nowhere but in a script",
    arguments: [
      "guard a else { fatalError() }", "defer { f() }", "await f()", "let x = await f()",
      "let x: Int", "var x: Int, y = 1", "return", "if a { return }",
      "#if DEBUG\nlet a = 1\n#endif",
      "let a = try f(), b = try g()", "let _ = f(), b = g()", "for await i in y { print(i) }",
    ])
  func scripts(code: String) {
    #expect(role(code) == .scriptOnly)
  }

  @Test func variables() {
    func binding(_ code: String) -> StatementRole.Binding? {
      if case .binding(let binding) = role(code) { binding } else { nil }
    }
    #expect(
      binding("let x = 1")
        == StatementRole.Binding(names: ["x"], isVariable: false, initializer: 8..<9))
    #expect(role("var (a, _), b = c") == .scriptOnly)
    #expect(
      binding("var (a, (b, _)) = p, c = 1")
        == StatementRole.Binding(names: ["a", "b", "c"], isVariable: true, initializer: nil))
    #expect(binding("let x = try? f()")?.canThrow == false)
    #expect(binding("let x = try f()")?.canThrow == true)
    #expect(binding("let x = try f()")?.initializer == 8..<15)
    #expect(binding("let f = { 1 }")?.isFunction == true)
    #expect(binding("var f = { 1 }")?.isFunction == false)
    #expect(binding("var x = 1 { didSet { f() } }")?.isObserved == true)
  }
}

@Suite("Uses before a declaration") struct EarlyUseTests {
  private func uses(_ codes: String...) throws -> [String] {
    let text = codes.map { "```{swift}\n\($0)\n```\n" }.joined()
    let notebook = try NotebookReader().read(SourceText(name: "a.nb", text: text))
    return EarlyUses(in: notebook.cells.map(CellState.init), fileName: "a.nb").errors.map {
      "\($0.position.line):\($0.position.column) \($0.text), \($0.notes[0].position.line)"
    }
  }

  @Test func areFound() throws {
    #expect(
      try uses("let y = 1\n  print(y + x)", "let x = 2")
        == ["3:13 'x' is used before its declaration, 6"])
    #expect(try uses("let y = x\nlet x = 1") == ["2:9 'x' is used before its declaration, 3"])
    #expect(try uses("f { x }", "var (w, x) = g()").count == 1)
  }

  @Test("but not members, labels, local names, or what functions use when they are called")
  func others() throws {
    #expect(try uses("a.x; f(x: 1)", "let x = 1") == [])
    #expect(try uses("func f() { print(x) }", "let x = 1") == [])
    #expect(try uses("for x in y { print(x) }\ny.map { x in x }", "let x = 1") == [])
    #expect(try uses("let x = 1", "print(x)") == [])
    #expect(try uses("var area: Double { w }", "let w = 1", "area") == [])
  }

  @Test("a value in a sentence waits for the cells whose variables it uses")
  func values() throws {
    let text = """
      A `{swift} x + 1`, B `{swift} 1`, C `{swift} double()`, D `{swift} late { x }`.

      ```{swift}
      func double() -> Int { 2 * y }
      ```

      ```{swift}
      let x = 1
      ```

      E `{swift} 2`.

      ```{swift}
      let y = 1
      ```

      """
    let notebook = try NotebookReader().read(SourceText(name: "a.nb", text: text))
    let values = notebook.withValuesInTurn(in: notebook.cells.map(CellState.init)).inlineValues
    #expect(values.map(\.expression) == ["1", "x + 1", "late { x }", "2", "double()"])
    #expect(values.map(\.precedingCells) == [0, 2, 2, 2, 3])
  }

  @Test("functions and computed variables are followed where they are used")
  func functions() throws {
    #expect(
      try uses("func f() -> Int { g() }\nfunc g() -> Int { x + 1 }", "let x = f()")
        == ["6:9 'f' uses 'x' before its declaration, 6"])
    #expect(
      try uses("var area: Int { w }\nprint(area)", "let w = 1")
        == ["3:7 'area' uses 'w' before its declaration, 6"])
  }

  @Test("but not where they are passed on, overloaded, or may run later")
  func laterFunctions() throws {
    let f = "func f() -> Int { x }\n"
    #expect(try uses("\(f)let list = [f]", "let x = 1") == [])
    #expect(try uses("\(f)later { f() }", "let x = 1") == [])
    #expect(try uses("\(f)func f(_ i: Int) {}\nf(1)", "let x = 1") == [])
    #expect(try uses("func g(x: Int) -> Int { x }\ng(x: 1)", "let x = 1") == [])
    #expect(try uses("func g() { later { x } }\ng()", "let x = 1") == [])
    #expect(try uses("func g() { func f() {}; f() }\n\(f)g()", "let x = 1") == [])
  }
}
