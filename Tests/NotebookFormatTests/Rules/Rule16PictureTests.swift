import Testing

@Suite("Rule 16: pictures")
struct Rule16PictureTests {
  @Test(
    "are figures where they stand alone with a caption or a label",
    arguments: [
      (
        "![A *b* $c$](d.png)",
        "figure - - d.png 1:1 title - alt - width - ‘A ’ *(‘b’) ‘ ’ $(1:10 \"c\")"
      ),
      (
        "![A](b.png \"t\"){#fig-a width=60% fig-alt=\"x {y} *z* $w$\"}",
        "figure 1 fig-a b.png 1:1 title t alt x {y} *z* $w$ width 60% ‘A’\ntarget fig-a: figure 1 #fig-a"
      ),
      (
        "![](b.png){#fig-a}",
        "figure 1 fig-a b.png 1:1 title - alt - width - \ntarget fig-a: figure 1 #fig-a"
      ),
      ("![](b.png)", "paragraph image(b.png 1:1 title - alt - width - )"),
      ("a $b$\n  ![c](d e)", "paragraph ‘a ’ $(1:4 \"b\") ⏎ ‘![c](d e)’"),
      (
        "$b$ ![c][d]{width=20}!\n\n[d]: e.png",
        "paragraph $(1:2 \"b\") ‘ ’ image(e.png 1:5 title - alt - width 20px ‘c’) ‘!’"
      ),
      ("- ![a](b)", "list \n  item\n    figure - - b 1:3 title - alt - width - ‘a’"),
      ("![a](b) {width=20%}", "paragraph image(b 1:1 title - alt - width - ‘a’) ‘ {width=20%}’"),
      ("f(x){.a} [b]{.c}", "paragraph ‘f(x)’ ‘{.a}’ ‘ [b]’ ‘{.c}’"),
    ])
  func pictures(text: String, dump: String) throws { #expect(try blocks(text) == dump) }

  @Test(
    "what is wrong is told",
    arguments: [
      ("![a](b){width=wide}", "1:8: 'width' takes a length such as '60%' or '300px', not 'wide'"),
      (
        "![a](b){width=\"1px;x\"}",
        "1:8: 'width' takes a length such as '60%' or '300px', not '1px;x'"
      ),
      (
        "![a](b){fig-atl=c}",
        "warning 1:8: unknown attribute 'fig-atl'. Did you mean 'fig-alt'? (Known are: width, fig-alt, alt.)"
      ),
      ("![a](b){#a}", "1:1: the label of a figure begins with 'fig-', not as 'a' does"),
      (
        "a ![a](b){#fig-a}",
        "1:3: the picture with the label 'fig-a' does not stand alone (Put it into a paragraph of its own, so that it becomes a figure.)"
      ),
      ("[a](b){.c}", "warning 1:7: the attributes of a link mean nothing"),
    ])
  func errors(text: String, message: String) { #expect(problems(text) == [message]) }
}
