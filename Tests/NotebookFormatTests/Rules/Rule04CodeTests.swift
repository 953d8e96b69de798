import Testing

@Suite("Rules 4 and 5: shown code and fences")
struct Rule04CodeTests {
  @Test(
    "Rule 4: code that is shown and not run",
    arguments: [
      ("```\na\n```", "code - \"a\\n\""), ("~~~ swift\na\n~~~", "code swift \"a\\n\""),
      ("```{.python .x}\na\n```", "code python \"a\\n\""),
      ("    a\n      b", "code - \"a\\n  b\\n\""),
      (
        "```{{swift}}\n//| echo: false\na\n```",
        "code markdown \"```{swift}\\n//| echo: false\\na\\n```\\n\""
      ),
      ("~~~~{{answer}}\n~~~~", "code markdown \"~~~~{answer}\\n~~~~\\n\""),
      ("> ```\n> a\n> ```", "quote\n  code - \"a\\n\""),
    ])
  func shown(text: String, dump: String) throws { #expect(try blocks(text) == dump) }

  @Test("Rule 4: nothing of ours is read in code")
  func verbatim() throws {
    let code = "$a$ @fig-x [^1]\n::: {.note}\n[^1]: x\n| a |\n|---|\n$$\n//| nonsense\n:::\n"
    #expect(try blocks("```\n\(code)```") == "code - \(code.debugDescription)")
    let indented = code.split(separator: "\n").map { "    \($0)\n" }.joined()
    #expect(
      try blocks("text\n\n\(indented)") == "paragraph ‘text’\ncode - \(code.debugDescription)")
    #expect(try read("```{swift}\n\(code)```").cells[0].code + "\n" == code)
    #expect(try blocks("`$a$ @fig-x [^1]`") == "paragraph `$a$ @fig-x [^1]`")
  }

  @Test("Rule 4: code that is shown has no label")
  func label() {
    #expect(
      problems("```{#lst-a .swift}\n```") == [
        "1:1: code that is only shown cannot have the label 'lst-a' "
          + "(Give the label to a cell, '```{swift #lst-a}', or to a heading.)"
      ])
  }

  @Test(
    "Rule 5: a fence that is not closed is an error at its line",
    arguments: [
      ("a\n\n```{swift}\n1", "3:1: the code block that begins with '```{swift}' has no end", "```"),
      ("~~~~\n1\n~~~", "1:1: the code block that begins with '~~~~' has no end", "~~~~"),
      ("> ```\n> 1\n\ntext", "1:3: the code block that begins with '```' has no end", "```"),
      ("- a\n\n  ```r\n\ntext", "3:3: the code block that begins with '```r' has no end", "```"),
      ("```\n1\n    ```", "1:1: the code block that begins with '```' has no end", "```"),
      ("```", "1:1: the code block that begins with '```' has no end", "```"),
    ])
  func unclosed(text: String, message: String, fence: String) {
    #expect(problems(text) == ["\(message) (Close it with a line '\(fence)'.)"])
  }

  @Test("Rule 5: each unclosed fence is told")
  func bothUnclosed() {
    #expect(problems("> ```\n> 1\n```\n2").count == 2)
  }
}
