import Foundation
import Testing

@Suite("nbrun verify") struct VerifyTests {
  private static let lesson = """
    ---
    title: Two numbers
    params:
      scale: 2.5
    ---

    Between them lies $x$.

    ```{swift}
    var random = NumPyRandom(seed: seed)
    let x = random.uniform(shape: [2, 3]) * scale
    answer("x", x)
    x
    ```

    ::: {.solution}
    ```{swift}
    answer("sum", x.sum())
    ```
    :::

    """

  /// A folder with the lesson and the documents that the arguments ask for.
  private func rendered(
    _ arguments: [String], lesson: String = lesson
  ) throws -> URL {
    let folder = try NotebookProgram.folder()
    try lesson.write(
      to: folder.appendingPathComponent("lesson.nb"), atomically: true, encoding: .utf8)
    let result = try NotebookProgram.run(["lesson.nb"] + arguments, in: folder)
    try #require(result.code == 0, "\(result.errors)")
    return folder
  }

  private func verify(_ document: String, in folder: URL, _ more: String...) throws
    -> NotebookProgram.Result
  {
    try NotebookProgram.run(["verify", document, "lesson.nb"] + more, in: folder)
  }

  private func change(_ name: String, in folder: URL, _ old: String, _ new: String) throws {
    let file = folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    try #require(text.contains(old))
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("confirms every format and variant, its seed and its parameters")
  func same() throws {
    let folder = try rendered([
      "-P", "seed=42", "-P", "scale=3", "--variant", "key", "-o", "k.html", "-o", "k.md", "-o",
      "k.ipynb",
    ])
    for document in ["k.html", "k.md", "k.ipynb"] {
      let result = try verify(document, in: folder)
      #expect(result.code == 0, "\(document): \(result.output)\(result.errors)")
      #expect(result.output.hasPrefix("\(document): key of lesson.nb, seed 42, by nbrun "))
      #expect(result.output.contains("\n  x    same\n  sum  same\n"))
      #expect(result.output.contains("All 2 answers are the same, bit for bit.\nThe document is"))
    }
  }

  @Test("finds a number that was changed in the report") func tamperedText() throws {
    let folder = try rendered(["-o", "r.html"])
    try change("r.html", in: folder, "Between them", "Above them")
    let result = try verify("r.html", in: folder)
    #expect(result.code == 1)
    #expect(result.output.contains("All 2 answers are the same"))
    #expect(result.output.contains("The document DIFFERS from what the notebook renders, first at"))
    #expect(result.output.contains("  report:   <p>Above them lies"))
    #expect(result.output.contains("  notebook: <p>Between them lies"))
  }

  @Test("finds a digest that was changed") func tamperedReceipt() throws {
    let folder = try rendered(["-o", "r.html"])
    try change("r.html", in: folder, "answer: sum = sha256:", "answer: sum = sha256:0")
    let result = try verify("r.html", in: folder, "--answers-only")
    #expect(result.code == 1)
    #expect(result.output.contains("  sum  DIFFERENT: another value than in the report\n"))
    #expect(result.output.contains("1 of 2 answers differs.\n"))
  }

  @Test("tells of a notebook that has changed, by its answers or its text") func changedLesson()
    throws
  {
    let folder = try rendered(["-o", "r.html"])
    try change("lesson.nb", in: folder, "Between", "Beyond")
    let changedText = try verify("r.html", in: folder)
    #expect(changedText.code == 1)
    #expect(changedText.output.contains("The notebook's text is not the one that the report"))
    #expect(try verify("r.html", in: folder, "--answers-only").code == 0)
    try change("lesson.nb", in: folder, "x.sum()", "x.sum() + 1e-15")
    #expect(try verify("r.html", in: folder, "--answers-only").code == 1)
  }

  @Test("finds a figure's file that was changed or is gone") func files() throws {
    let folder = try rendered(["-o", "r.md"])
    let files = folder.appendingPathComponent("r_files")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: files.path).first { $0.hasSuffix("svg") })
    try change("r_files/\(name)", in: folder, "<svg", "<svg ")
    let changed = try verify("r.md", in: folder)
    #expect(changed.code == 1)
    #expect(changed.output.contains("The file '\(name)' beside it differs.\n"))
    try FileManager.default.removeItem(at: files.appendingPathComponent(name))
    #expect(try verify("r.md", in: folder).output.contains("'\(name)' beside it is missing.\n"))
  }

  @Test("compares a handout's sealed answers where the notebook has a salt") func handout() throws {
    let unsalted = try rendered(["--variant", "handout", "-o", "h.html"])
    let html = try String(
      contentsOf: unsalted.appendingPathComponent("h.html"), encoding: .utf8)
    #expect(html.contains("answer: sum = sealed"))
    let result = try verify("h.html", in: unsalted)
    #expect(result.code == 0)
    #expect(result.output.contains("The handout holds no digests of its 2 answers"))

    let lesson = Self.lesson.replacing("params:", with: "salt: \"fourteen small frogs\"\nparams:")
    let salted = try rendered(
      ["--variant", "handout", "-o", "h.html", "-o", "s.nb", "-o", "h.ipynb"], lesson: lesson)
    #expect(try verify("h.html", in: salted).output.contains("All 2 answers are the same"))
    for name in ["h.html", "s.nb", "h.ipynb"] {
      let text = try String(contentsOf: salted.appendingPathComponent(name), encoding: .utf8)
      #expect(!text.contains("frogs") && !text.contains("salt:"), "\(name)")
    }
  }

  @Test("says what it cannot verify") func errors() throws {
    let folder = try rendered(["-o", "r.html"])
    let pdf = try verify("r.pdf", in: folder)
    #expect(pdf.code == 64)
    #expect(pdf.errors.contains("ends in '.html', '.md' or '.ipynb', and was given 'r.pdf'"))
    try "<p>x</p>".write(
      to: folder.appendingPathComponent("x.html"), atomically: true, encoding: .utf8)
    let bare = try verify("x.html", in: folder)
    #expect(bare.code == 1)
    #expect(bare.errors.contains("'x.html' has no receipt that can be verified: it has none"))
    try change("r.html", in: folder, "parameter: scale", "parameter: skale")
    let renamed = try verify("r.html", in: folder)
    #expect(renamed.code == 1)
    #expect(renamed.errors.contains("the receipt names the parameter 'skale', which the notebook"))
  }

  @Test("a salt that is easily guessed is an error") func shortSalt() throws {
    let (result, _) = try NotebookProgram.render("---\nsalt: pepper\n---\nText.\n")
    #expect(result.code == 1)
    #expect(result.errors.contains("'salt' takes 16 characters or more"))
  }
}
