import CellEvents
import Diagnostics
import NotebookFormat
import Platform

/// Writes a notebook and what its cells brought forth as one HTML file that needs nothing else.
///
/// The same notebook, log and context yield the same bytes. Text is escaped throughout; a cell's HTML
/// and SVG lose what could run, load or reach out of its place, unless the front matter says
/// `raw-html: true`. A Content-Security-Policy in the page forbids requests, and scripts but for the one
/// that lets the arrow keys move in explained steps, which only pages with such steps have.
public struct HTMLWriter {
  private let template: PageTemplate
  private let typesetter: MathTypesetter
  private let highlighter: SwiftHighlighter
  private let cache: ContentCache?

  /// A writer.
  ///
  /// - Parameters:
  ///   - templates: The folder with `report.html` and its style sheets.
  ///   - typesetter: What sets the formulas.
  ///   - highlighter: What colours the code.
  ///   - cache: Where compiled scripts are kept; nil to keep none.
  ///   - mustache: The path of `mustache.js`.
  public init(
    templates: String, typesetter: MathTypesetter, highlighter: SwiftHighlighter = .init(),
    cache: ContentCache? = nil, mustache: String = "/usr/share/javascript/mustache/mustache.js"
  ) {
    template = PageTemplate(folder: templates, mustache: mustache)
    self.typesetter = typesetter
    self.highlighter = highlighter
    self.cache = cache
  }

  /// The document.
  ///
  /// - Throws: `ReportErrors` where a formula or a picture is wrong, `SystemError` where a template or a
  ///   library cannot be read.
  public func document(
    for notebook: Notebook, log: ExecutionLog, context: ReportContext
  ) throws -> String {
    let body = BodyWriter(
      notebook, log: log, pictures: ResourceFolder(context.folder), typesetter: typesetter,
      highlighter: highlighter)
    body.opensSolutions = context.variant == .key
    let (title, subtitle) = (body.title(), body.subtitle())
    body.write(notebook.blocks)
    body.footnotes()
    let contents = body.contents()
    guard body.diagnostics.isEmpty else { throw ReportErrors(diagnostics: body.diagnostics) }
    let values = PageValues(
      notebook: notebook, log: log, context: context, wording: body.wording, title: title,
      subtitle: subtitle, contents: contents, body: body.html, figureCount: body.figureCount,
      style: try template.style(
        PageTemplate.reportStyle + (context.previewNumber == nil ? [] : ["preview.css"])),
      script: try template.script(
        hasExplainers: body.html.contains("class=\"pick\""),
        isPreview: context.previewNumber != nil))
    do {
      return try template.page("report.html", values.scriptValue, cache: cache)
    } catch let error as ScriptError {
      throw Diagnostic(.error, "the template 'report.html' is wrong: \(error.reason)")
    }
  }
}
