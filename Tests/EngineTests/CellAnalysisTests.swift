import Testing

@testable import Engine

@Suite struct CellAnalysisTests {
  private func displayed(_ code: String) -> String? {
    CellAnalysis(code: code).displayedRange.map {
      String(decoding: Array(code.utf8)[$0], as: UTF8.self)
    }
  }

  @Test(
    "a last expression is displayed",
    arguments: [
      ("x", "x"), ("let x = 1\nx + 1 // sum", "x + 1"), ("try f()", "try f()"),
      ("a\n  .b()\n  .c", "a\n  .b()\n  .c"), ("[1, 2].map { $0 }", "[1, 2].map { $0 }"),
      ("\"π\"\nπ", "π"), ("x == 1 ? a : b", "x == 1 ? a : b"),
    ])
  func isDisplayed(code: String, expected: String) {
    #expect(displayed(code) == expected)
  }

  @Test(
    "anything else is not",
    arguments: [
      "let x = 1", "x = 1", "x;", "if a { b } else { c }", "for x in y { x }", "func f() {}",
      "switch x { default: y }", "import Foundation", "// nothing", "", "a[0] = b + c",
      "struct S {}",
    ])
  func isNotDisplayed(code: String) {
    #expect(displayed(code) == nil)
  }

  @Test func namesThatAreDeclaredAndUsed() {
    let analysis = CellAnalysis(
      code: "let (a, b) = pair, c = d\nfunc f() { g() }\nstruct S {}\nvar x: Int { y }")
    #expect(analysis.statements.map(\.declaredNames) == [["a", "b", "c"], ["f"], ["S"], ["x"]])
    #expect(analysis.usedNames.isSuperset(of: ["pair", "d", "g", "y"]))
  }

  @Test func theStatementAtAByte() {
    let analysis = CellAnalysis(code: "a\nbb\n\nccc")
    #expect([0, 1, 2, 3, 5, 6, 8].map { analysis.statement(at: $0) } == [0, 0, 1, 1, 1, 2, 2])
  }
}
