import Testing

@Suite("Rules 18 and 19: labels and references")
struct Rule18LabelTests {
  @Test("Rule 18: each kind is numbered in document order")
  func numbers() throws {
    let text = """
      ![a](b){#fig-z}

      ```{swift}
      //| fig-cap: no label, no number
      1
      ```

      ```{swift}
      //| label: fig-a
      1
      ```

      ```{swift}
      //| label: setup
      2
      ```

      ```{swift #tbl-b}
      3
      ```

      ```{swift #lst-c}
      4
      ```

      $$a$$ {#eq-d}
      $$b$$
      $$c$$ {#eq-b}
      """
    let notebook = try read(text)
    #expect(
      notebook.targets.mapValues { "\($0.kind) \($0.number) \($0.anchor)" } == [
        "fig-z": "figure 1 fig-z", "fig-a": "figure 2 fig-a", "tbl-b": "table 1 tbl-b",
        "lst-c": "listing 1 lst-c", "eq-d": "equation 1 eq-d", "eq-b": "equation 2 eq-b",
      ])
  }

  @Test(
    "Rule 18: a label given twice is an error that names the first's line",
    arguments: [
      ("![a](b){#fig-a}\n\n![c](d){#fig-a}", "3:1: the label 'fig-a' is taken: line 1 has it"),
      ("# A {#sec-a}\n\n# B {#sec-a}", "3:1: the label 'sec-a' is taken: line 1 has it"),
      (
        "```{swift #a}\n```\n```{swift}\n//| label: a\n```",
        "4:12: the label 'a' is taken: line 1 has it"
      ),
      ("::: {#a .b}\n:::\n# C {#a}", "3:1: the label 'a' is taken: line 1 has it"),
    ])
  func duplicates(text: String, message: String) { #expect(problems(text) == [message]) }

  @Test(
    "Rule 18: what cannot be referred to is no label",
    arguments: [
      ("# A {#sec-größe}", "sec-größe"), ("# A {#sec-a.b}", "sec-a.b"), ("# A {#sec-}", "sec-"),
      ("# A {#sec-a-}", "sec-a-"),
    ])
  func unreadable(text: String, label: String) {
    #expect(
      problems(text) == [
        "1:1: the label '\(label)' cannot be referred to "
          + "(Letters and digits of ASCII, '-' and '_' make a label, and one of the first ends it.)"
      ])
  }

  @Test(
    "Rule 19: references",
    arguments: [
      ("@sec-a", "@(1:1 sec-a)"), ("(see @sec-a).", "‘(see ’ @(1:6 sec-a) ‘).’"),
      ("@sec-a's", "@(1:1 sec-a) ‘’s’"), ("@sec-a-.", "@(1:1 sec-a) ‘-.’"),
      ("@Sec-a", "@(1:1 sec-a)"), ("[@sec-a]", "@(1:2 sec-a)"),
      ("[-@sec-a]", "@(1:3 sec-a number)"),
      ("[@sec-a; -@sec-a]", "@(1:2 sec-a) ‘; ’ @(1:11 sec-a number)"),
      ("**@sec-a**", "**(@(1:3 sec-a))"), ("_@sec-a_", "*(@(1:2 sec-a))"),
      ("[@sec-a](b)", "link(b - @(1:2 sec-a))"), ("[see @sec-a]", "‘[see ’ @(1:6 sec-a) ‘]’"),
      ("ä @sec-a", "‘ä ’ @(1:4 sec-a)"), ("\"@sec-a\"", "‘“’ @(1:2 sec-a) ‘”’"),
    ])
  func references(text: String, dump: String) throws {
    let lines = try blocks("\(text)\n\n# A {#sec-a}").split(separator: "\n")
    #expect(lines[0] == "paragraph \(dump)")
  }

  @Test(
    "Rule 19: what is none",
    arguments: [
      "me@fig-x.org", "größe@fig-x", "_@fig", "@fig-", "\\@fig-x", "@figure-x", "@", "a/@fig-x",
      "@ref-x", "[@]", "[-@fig]",
    ])
  func none(text: String) throws {
    let shown = text.replacing("\\", with: "")
    #expect(try blocks(text) == "paragraph ‘\(shown)’")
  }

  @Test("Rule 19: a reference to what nothing has is an error that names the nearest label")
  func dangling() {
    #expect(
      problems("See @fig-lose.\n\n![a](b){#fig-loss}\n\n> and @eq-delta") == [
        "1:5: nothing has the label 'fig-lose'. Did you mean 'fig-loss'?",
        "5:7: nothing has the label 'eq-delta' "
          + "(Give the label to what is meant, or write '\\@' for the sign.)",
      ])
  }
}
