import Foundation
import Testing

@Suite("Report sizes") struct ReportSizeTests {
  @Test("a hundred heatmaps of 6×6 take less than 400 kB, and the page fits")
  func hundredHeatmaps() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let notebook = """
      ```{swift}
      var random = NumPyRandom(seed: 1)
      for _ in 0..<100 { show(random.uniform(low: -1, high: 1, shape: [6, 6])) }
      ```

      """
    let (result, html) = try NotebookProgram.render(notebook, in: folder)
    #expect(result.code == 0)
    #expect(html.components(separatedBy: "<svg").count == 101)
    #expect(html.utf8.count < 400_000)
    #expect(html.contains("content-visibility: auto"))
    let page = try Browser.overflow(
      of: folder.appendingPathComponent("lesson.html"), widths: [360, 1280])
    #expect(page == "360:360 1280:1280")
  }

  @Test func aPageWithFewFiguresIsLaidOutAtOnce() throws {
    let (_, html) = try NotebookProgram.render("```{swift}\nshow(Tensor([[1, 2]]))\n```\n")
    #expect(html.contains("<svg"))
    #expect(!html.contains("content-visibility: auto"))
  }
}
