import CellEvents
import Testing

@testable import Reports

/// Whole documents of a notebook that uses everything, as golden files.
@Suite("Documents") struct DocumentTests {
  private static func context(_ variant: DocumentVariant) -> ReportContext {
    var context = Sample.context
    context.variant = variant
    context.recipient = variant == .report ? nil : "Zoë <zoe> & Co."
    context.receipt = "nbrun receipt 1\nnotebook: <sample>.nb\n"
    return context
  }

  /// What a handout's log holds: blanks of every kind, and a note for what is left out.
  private static let handoutLog: ExecutionLog = {
    var log = Sample.log
    log.outputs[1] = [
      .blank(name: "z1", shape: [2, 3]), .blank(name: "loss", shape: []),
      .blank(name: "maps", shape: [2, 2, 2]), .blank(name: "weights", shape: [100, 100]), .withheld,
    ]
    log.outputs[2] = []
    log.answers = []
    return log
  }()

  private static func withoutStyle(_ page: String) -> String {
    page.replacing(/<style>.*?<\/style>/.dotMatchesNewlines(), with: "<style>…</style>")
  }

  @Test("HTML", arguments: [DocumentVariant.report, .key]) func html(variant: DocumentVariant)
    throws
  {
    let page = try writer().document(
      for: Sample.everything, log: Sample.log, context: Self.context(variant))
    try expectGolden(Self.withoutStyle(page), "\(variant.rawValue).html")
  }

  @Test("an HTML handout in German, on Letter paper") func handout() throws {
    var notebook = Sample.everything
    notebook.frontMatter.language = "de"
    var context = Self.context(.handout)
    context.paper = .letter
    let page = try writer().document(for: notebook, log: Self.handoutLog, context: context)
    #expect(page.contains("@page { size: letter; }"))
    try expectGolden(Self.withoutStyle(page), "handout.html")
  }

  @Test("Markdown", arguments: [DocumentVariant.report, .handout])
  func markdown(variant: DocumentVariant) throws {
    let log = variant == .handout ? Self.handoutLog : Sample.log
    let document = try MarkdownWriter().document(
      for: Sample.everything, log: log, context: Self.context(variant), folder: "sample_files")
    try expectGolden(document.text, "\(variant.rawValue).md")
    #expect(document.files.allSatisfy { document.text.contains("sample_files/\($0.name)") })
    if variant == .report {
      let drawing = try #require(document.files.first { $0.name == "fig-conv.svg" })
      try expectGolden(String(decoding: drawing.content, as: UTF8.self), "fig-conv.svg")
    }
  }

  @Test("Jupyter", arguments: [DocumentVariant.report, .handout])
  func jupyter(variant: DocumentVariant) throws {
    let log = variant == .handout ? Self.handoutLog : Sample.log
    let document = try JupyterWriter().document(
      for: Sample.everything, log: log, context: Self.context(variant))
    try expectGolden(document, "\(variant.rawValue).ipynb")
  }

  @Test("nothing of the page loads anything or runs anything") func selfContained() throws {
    let page = try writer().document(
      for: Sample.everything, log: Sample.log, context: Self.context(.report))
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("@import"))
    #expect(!page.contains("src=\"http") && !page.contains("url(http"))
    #expect(page.contains("default-src 'none'"))
  }
}
