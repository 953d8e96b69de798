import Testing

@Suite("Rules 22 and 23: depth and problems")
struct Rule22DepthTests {
  @Test(
    "Rule 22: what is nested too deep is an error, told once and soon",
    arguments: [
      String(repeating: ">", count: 100_000) + " a", String(repeating: "- ", count: 5000) + "a",
      String(repeating: "::: hint\n", count: 20_000) + String(repeating: ":::\n", count: 20_000),
      String(repeating: "*a _b ", count: 300) + String(repeating: "_ *", count: 300),
      String(repeating: "[a](b) ![", count: 100) + String(repeating: "](c)", count: 100),
    ])
  func depth(text: String) throws {
    let found = problems(text).filter { $0.contains("nested") }
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "this is nested more than 50 levels deep "
          + "(Take it out of some of the lists, quotes, blocks or emphasis around it.)") == true)
  }

  @Test("Rule 22: fifty levels are not too deep")
  func enough() {
    #expect(problems(String(repeating: "> ", count: 45) + "*a **b***").isEmpty)
    #expect(
      problems(String(repeating: "::: hint\n", count: 40) + String(repeating: ":::\n", count: 40))
        .isEmpty)
  }

  @Test("Rule 23: all problems are told, in document order")
  func order() {
    let text = """
      ---
      titel: a
      toc: 3
      ---
      @fig-a

      ```{swift}
      //| ecoh: true
      ```

      ::: note
      # A {#sec-a}
      # B {#fig-a}
      ![c](d){width=x}
      """
    #expect(
      problems(text).map { String($0.prefix { $0 != " " || $0 == "w" }) } == [
        "warning", "3:6:", "5:1:", "8:5:", "11:1:", "12:1:", "13:1:", "14:8:",
      ])
  }
}
