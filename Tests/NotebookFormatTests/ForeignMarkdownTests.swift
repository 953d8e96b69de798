import NotebookFormat
import Testing

@Suite("Markdown of elsewhere")
struct ForeignMarkdownTests {
  @Test(
    "is escaped where this format alone means something",
    arguments: [
      ("::: note\ntext\n:::", "\\::: note\ntext\n\\:::"),
      ("- a\n\n  ::: {.hint}", "- a\n\n  \\::: {.hint}"),
      ("a\n:::", "a\n\\:::"),
      ("[^1]: a note\n\nx[^1]", "\\[^1]: a note\n\nx\\[^1]"),
      ("by @fig-loss, a@fig-b.de", "by \\@fig-loss, a@fig-b.de"),
      ("[@fig-a; -@eq-b]", "[\\@fig-a; -\\@eq-b]"),
      ("> as\n> @tbl-a", "> as\n> \\@tbl-a"),
      ("## A {#sec-a .unnumbered}", "## A \\{#sec-a .unnumbered}"),
      ("![a](b.png){width=20%}", "![a](b.png)\\{width=20%}"),
      ("`{swift} x`", "` {swift} x `"),
      ("``{python} `x` ``", "`` {python} `x`  ``"),
      ("`{{swift}} x`", "` {{swift}} x `"),
      ("$$ x $$ {#eq-x}", "$$ x $$ \\{#eq-x}"),
      ("$$ 5 a\n\nb", "\\$\\$ 5 a\n\nb"),
      ("```{swift}\nx\n```", "```swift\nx\n```"),
      ("~~~ {note}\nx\n~~~", "~~~note\nx\n~~~"),
      ("```{.python #a}\nx\n```", "```python\nx\n```"),
      ("```{{swift}}\nx\n```", "```swift\nx\n```"),
      ("> ```\n> x\n\ny", "> ```\n> x\n> ```\n\ny"),
      ("```\nx", "```\nx\n```"),
    ])
  func escapes(text: String, expected: String) {
    #expect(ForeignMarkdown.escaped(text) == expected)
    #expect(problems(expected) == [])
  }

  @Test(
    "stays as it is elsewhere",
    arguments: [
      "", "\n", "# A\n\n- `{x}` and {x}\n- [a](b \"c\")\n", "```\n::: {.hint}\n@fig-a [^1]\n```",
      "    ::: code", "\\@fig-a \\[^1] \\{x}", "$a_{@fig-b}$ and $$\na\n= b\n$$",
      "<https://a.b/@fig-c>",
      "`@fig-a` costs $5", "a | b\n--|--\n1 | 2", "[a]: b.html\n\n[a]",
    ])
  func keeps(text: String) {
    #expect(ForeignMarkdown.escaped(text) == text)
  }
}
