import CellEvents
import Engine
import NotebookFormat
import Platform
import Reports

/// The writers of all formats.
struct DocumentWriters {
  private let html: HTMLWriter
  private let searchPath: String

  init(
    templates: String, typesetter: MathTypesetter, highlighter: SwiftHighlighter,
    cache: ContentCache
  ) {
    html = HTMLWriter(
      templates: templates, typesetter: typesetter, highlighter: highlighter, cache: cache)
    searchPath = Installation.variable("PATH") ?? ""
  }

  /// The document for a target.
  func document(
    for notebook: Notebook, log: ExecutionLog, context: ReportContext, target: OutputTarget
  ) throws -> RenderedDocument {
    switch target.format {
    case .html:
      return RenderedDocument(try html.document(for: notebook, log: log, context: context))
    case .markdown:
      let document = try MarkdownWriter().document(
        for: notebook, log: log, context: context, folder: target.filesFolder)
      return RenderedDocument(document.text, files: document.files)
    case .jupyter:
      return RenderedDocument(
        try JupyterWriter().document(for: notebook, log: log, context: context))
    case .pdf:
      let writer = PDFWriter(
        html: html, browser: try Browser(path: searchPath), environment: ["PATH=\(searchPath)"])
      return RenderedDocument(try writer.document(for: notebook, log: log, context: context))
    case .notebook: return RenderedDocument(notebook.sourceText)
    }
  }
}
