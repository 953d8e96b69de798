import Foundation
import Testing

@Suite("Explained steps in a browser") struct ExplainerPageTests {
  private static let notebook = """
    ```{swift}
    ConvolutionExplainer(
      Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), kernel: Tensor([[1, 0], [0, 1]]))
    ```

    """

  @Test("the arrow keys lead from cell to cell, and stay at the edge") func arrowKeys() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (result, _) = try NotebookProgram.render(Self.notebook, in: folder)
    try #require(result.code == 0, "\(result.errors)")
    let places = try Browser.value(
      of: """
        const picks = [...page.document.querySelectorAll('.pick')];
        picks[0].focus();
        return ['Right', 'Down', 'Down', 'Left', 'Up'].map(key => {
          const event = new page.KeyboardEvent('keydown', { key: 'Arrow' + key, bubbles: true });
          page.document.activeElement.dispatchEvent(event);
          return picks.indexOf(page.document.activeElement);
        }).join(' ') + ' of ' + picks.length;
        """, in: folder.appendingPathComponent("lesson.html"))
    #expect(places == "1 3 3 2 0 of 4")
  }

  @Test("a page's policy lets that script run and no other") func policy() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (_, html) = try NotebookProgram.render(Self.notebook, in: folder)
    #expect(html.contains("script-src 'sha256-"))
    let page = folder.appendingPathComponent("lesson.html")
    try html.replacing("</body>", with: "<script>document.title = 'changed'</script></body>").write(
      to: page, atomically: true, encoding: .utf8)
    #expect(try Browser.value(of: "return page.document.title;", in: page) == "lesson")
    let (_, plain) = try NotebookProgram.render("```{swift}\n1\n```\n")
    #expect(!plain.contains("<script") && !plain.contains("script-src"))
  }
}
