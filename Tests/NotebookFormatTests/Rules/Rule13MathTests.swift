import NotebookFormat
import Testing

@Suite("Rules 13 and 14: formulas")
struct Rule13MathTests {
  @Test(
    "Rule 13: formulas in lines",
    arguments: [
      ("$x$", "$(1:2 \"x\")"), ("a$x$b", "‘a’ $(1:3 \"x\") ‘b’"),
      ("$a_1 * b_1 * c_1$", "$(1:2 \"a_1 * b_1 * c_1\")"),
      ("*$x$*", "*($(1:3 \"x\"))"), ("**a**$x$__b__", "**(‘a’) $(1:7 \"x\") **(‘b’)"),
      ("$x$\n$y\n= z$", "$(1:2 \"x\") ⏎ $(2:2 \"y\\n= z\")"),
      (
        "$\\{a\\}$, $a < b$ and $b > c$",
        "$(1:2 \"\\\\{a\\\\}\") ‘, ’ $(1:11 \"a < b\") ‘ and ’ $(1:23 \"b > c\")"
      ),
      ("$\\$5$", "$(1:2 \"\\\\$5\")"),
      ("$x \\text{ if $y$ is } z$", "$(1:2 \"x \\\\text{ if $y$ is } z\")"),
      ("[a $x$](b)", "link(b - ‘a ’ $(1:5 \"x\"))"), ("ä $y$", "‘ä ’ $(1:5 \"y\")"),
      ("$[a](b)$", "$(1:2 \"[a](b)\")"), ("$`$", "$(1:2 \"`\")"),
    ])
  func inline(text: String, dump: String) throws {
    #expect(try blocks(text) == "paragraph \(dump)")
  }

  @Test(
    "Rule 13: dollars that are none",
    arguments: [
      ("$20,000 and $30,000", "‘$20,000 and $30,000’"), ("$ x$", "‘$ x$’"), ("$x $", "‘$x $’"),
      ("$x$5", "‘$x$5’"), ("\\$x$", "‘$x$’"), ("$x", "‘$x’"), ("$x\\$", "‘$x$’"),
      ("`$x$`", "`$x$`"),
      ("<https://a.b/$x$>", "link(https://a.b/$x$ - ‘https://a.b/$x$’)"),
      ("[a](b$c$d \"$e$\")", "link(b$c$d $e$ ‘a’)"), ("a $$ b", "‘a $$ b’"),
      ("- $a\n- b$", nil),
    ] as [(String, String?)])
  func dollars(text: String, dump: String?) throws {
    let expected =
      dump.map { "paragraph \($0)" }
      ?? "list \n  item\n    paragraph ‘$a’\n  item\n    paragraph ‘b$’"
    #expect(try blocks(text) == expected)
  }

  @Test(
    "Rule 14: displayed formulas",
    arguments: [
      ("$$x$$", "display - - 1:3 \"x\""), ("$$\nx\n$$", "display - - 2:1 \"x\""),
      ("$$ x $$ {#eq-a}", "display 1 eq-a 1:4 \"x\"\ntarget eq-a: equation 1 #eq-a"),
      ("a\n$$x$$\nb", "paragraph ‘a’\ndisplay - - 2:3 \"x\"\nparagraph ‘b’"),
      ("so $$x$$, and", "paragraph ‘so ’\ndisplay - - 1:6 \"x\"\nparagraph ‘, and’"),
      (
        "$$\n- a\n+ b\n> c\n# d\n===\n1. e\n$$",
        "display - - 2:1 \"- a\\n+ b\\n> c\\n# d\\n===\\n1. e\""
      ),
      (
        "- a\n  $$\n  - b\n    c\n  $$ {#eq-b}\n- d",
        "list \n  item\n    paragraph ‘a’\n    display 1 eq-b 3:3 \"- b\\nc\"\n  item\n    paragraph ‘d’\ntarget eq-b: equation 1 #eq-b"
      ),
      ("> $$\n> > a\n> $$", "quote\n  display - - 2:3 \"> a\""),
      ("$$x\\$$$", "display - - 1:3 \"x\\\\$\""),
      ("a $$\nb\n$$ c $d$", "paragraph ‘a ’\ndisplay - - 2:1 \"b\"\nparagraph ‘ c ’ $(3:7 \"d\")"),
    ])
  func display(text: String, dump: String) throws { #expect(try blocks(text) == dump) }

  @Test("Rule 14: a formula keeps the list that it stands in tight")
  func tightness() throws {
    guard case .list(let list)? = try read("- a\n  $$\n  b\n  $$\n- c").blocks.first else {
      Issue.record("no list")
      return
    }
    #expect(list.isTight)
  }

  @Test(
    "Rule 14: what is wrong is told",
    arguments: [
      (
        "a\n\n$$\nx\n\ny $$",
        "3:1: the formula that begins with '$$' has no end (Close it with '$$' before the next blank line; write '\\$' for a dollar.)"
      ),
      ("$$ $$", "1:3: the formula is empty"),
      ("$$x$$ {#fig-a}", "1:3: the label of a formula begins with 'eq-', not as 'fig-a' does"),
    ])
  func errors(text: String, message: String) { #expect(problems(text) == [message]) }
}
