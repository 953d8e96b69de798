import Testing

@testable import Reports

@Suite("A drawing as a file") struct StandaloneDrawingTests {
  private func drawing(_ style: String) -> String {
    StandaloneDrawing("<svg aria-label=\"a\"><style>\(style)</style><g/></svg>").text
  }

  @Test("keeps its style sheet") func style() {
    let style =
      ".a:has(.b:not(:hover)){fill:var(--x,rgb(1,2,3))}@media (prefers-color-scheme:dark){}"
    #expect(drawing(style) == "<svg aria-label=\"a\"><style>\(style)</style><g/></svg>\n")
  }

  @Test(
    "loses one that loads something",
    arguments: [
      "p{fill:url(//x)}", "p{fill:u&#114;l(//x)}", "p{background:image-set('//x' 1x)}",
      "@IMPORT '//x'", "p{fill:\\75 rl(//x)}", "p{fill:url&lpar;//x)}",
    ])
  func hostile(style: String) {
    #expect(drawing(style) == "<svg aria-label=\"a\"><g/></svg>\n")
  }
}
