import Foundation
import Testing

@Suite("nbrun convert") struct ConvertTests {
  private static let notebook = """
    {"nbformat": 4, "nbformat_minor": 5,
     "metadata": {"kernelspec": {"name": "swift", "display_name": "Swift", "language": "swift"}},
     "cells": [
      {"cell_type": "markdown", "id": "a", "metadata": {},
       "source": ["# A title\\n", "\\n", "![dot](attachment:dot.png)"],
       "attachments": {"dot.png": {"image/png":
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="}}},
      {"cell_type": "code", "id": "b", "metadata": {}, "execution_count": 1,
       "source": ["let x = 1 + 2\\n", "print(x)"], "outputs": []}
     ]}
    """

  @Test("a Jupyter notebook with a picture becomes one that runs")
  func converts() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.notebook.write(
      to: folder.appendingPathComponent("lesson.ipynb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(["convert", "lesson.ipynb"], in: folder)
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(
      try String(contentsOf: folder.appendingPathComponent("lesson.nb"), encoding: .utf8) == """
        # A title

        ![dot](lesson_files/dot.png)

        ```{swift}
        let x = 1 + 2
        print(x)
        ```

        """)
    let run = try NotebookProgram.run(["lesson.nb", "-o", "lesson.html"], in: folder)
    #expect(run.code == 0)
    let page = try String(
      contentsOf: folder.appendingPathComponent("lesson.html"), encoding: .utf8)
    #expect(page.contains("data:image/png;base64,"))
    #expect(page.contains("<pre class=\"printed\">3</pre>"))
  }

  @Test("a notebook that is there already is replaced only where '-o' names it")
  func keepsNotebooks() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("lesson.nb")
    try Self.notebook.write(
      to: folder.appendingPathComponent("lesson.ipynb"), atomically: true, encoding: .utf8)
    try "My own.".write(to: own, atomically: true, encoding: .utf8)
    let refused = try NotebookProgram.run(["convert", "lesson.ipynb"], in: folder)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("error: 'lesson.nb' is there already"))
    #expect(try String(contentsOf: own, encoding: .utf8) == "My own.")
    let named = try NotebookProgram.run(["convert", "lesson.ipynb", "-o", "lesson.nb"], in: folder)
    #expect(named.code == 0)
    #expect(try String(contentsOf: own, encoding: .utf8).contains("# A title"))
  }

  @Test(
    "other kinds of documents are not taken for notebooks",
    arguments: [
      (notebook, "'lesson.txt' is a Jupyter notebook"),
      ("\n<!DOCTYPE html>\n<html></html>", "'lesson.txt' is an HTML page, not a notebook"),
    ])
  func otherKinds(text: String, message: String) throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try text.write(
      to: folder.appendingPathComponent("lesson.txt"), atomically: true, encoding: .utf8)
    for command in [["lesson.txt"], ["check", "lesson.txt"]] {
      let result = try NotebookProgram.run(command, in: folder)
      #expect(result.code == 1)
      #expect(result.errors.contains("error: \(message)"), "\(result.errors)")
    }
  }

  @Test("what only nbrun means comes out as text, and nothing of it runs")
  func foreignMarks() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try """
    {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
      {"cell_type": "markdown", "metadata": {},
       "source": "See @fig-y, `{swift} 6 * 7`:\\n\\n:::\\n\\n```{swift}\\nprint(6 * 7)"},
      {"cell_type": "raw", "metadata": {}, "source": "---\\nfoo: bar\\n---"}
    ]}
    """.write(
      to: folder.appendingPathComponent("lesson.ipynb"), atomically: true, encoding: .utf8)
    #expect(try NotebookProgram.run(["convert", "lesson.ipynb"], in: folder).code == 0)
    let check = try NotebookProgram.run(["check", "lesson.nb"], in: folder)
    #expect(check.code == 0)
    #expect(check.errors == "")
    let run = try NotebookProgram.run(["lesson.nb", "-o", "lesson.html"], in: folder)
    #expect(run.code == 0)
    let page = try String(
      contentsOf: folder.appendingPathComponent("lesson.html"), encoding: .utf8)
    #expect(page.contains("<p>See @fig-y, <code class=\"keep\">{swift} 6 * 7</code>:</p>"))
    #expect(!page.contains("class=\"printed\""))
  }

  @Test("what is no Jupyter notebook")
  func wrongName() throws {
    let folder = try NotebookProgram.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try NotebookProgram.run(["convert", "lesson.nb"], in: folder)
    #expect(result.code == 64)
    #expect(
      result.errors.contains(
        "'nbrun convert' takes a file that ends in '.ipynb', and was given 'lesson.nb'"))
  }
}
