import CellEvents
import Diagnostics
import NotebookFormat

/// A Markdown document and the files that it refers to.
public struct MarkdownDocument: Hashable, Sendable {
  /// The text.
  public var text: String
  /// The figures and pictures; they belong into the folder that the writer was told of.
  public var files: [DocumentFile]
}

/// Writes a notebook and what its cells brought forth as GitHub-flavoured Markdown.
///
/// Figures are SVG files that carry their own light and dark style; formulas stay TeX, which GitHub
/// typesets; callouts are alerts; hints and solutions unfold.
public struct MarkdownWriter {
  /// A writer.
  public init() {}

  /// The document.
  ///
  /// - Parameter folder: The name of the folder, beside the document, for its files: `lesson_files`.
  /// - Throws: `ReportErrors` where a picture is wrong.
  public func document(
    for notebook: Notebook, log: ExecutionLog, context: ReportContext, folder: String
  ) throws -> MarkdownDocument {
    let body = MarkdownBody(
      notebook, log: log, pictures: ResourceFolder(context.folder), dialect: .github,
      address: "\(folder)/")
    body.opensSolutions = context.variant == .key
    let parts = [
      body.head(context), body.markdown(notebook.blocks), body.footnotes(),
      Self.foot(body, context),
    ]
    guard body.diagnostics.isEmpty else { throw ReportErrors(diagnostics: body.diagnostics) }
    return MarkdownDocument(text: parts.joinedBlocks + "\n", files: body.files.files)
  }

  private static func foot(_ body: MarkdownBody, _ context: ReportContext) -> String {
    let wording = body.wording
    let parameters = context.parameters.map { "\($0.name) = \($0.value)" }
    var facts = ["\(wording.seed) \(context.seed)"]
    if !parameters.isEmpty {
      facts.append("\(wording.parameters) \(parameters.joined(separator: ", "))")
    }
    facts.append("\(wording.madeWith) nbrun \(context.version)")
    let foot = "---\n\n<sub>\(facts.map(body.text).joined(separator: " · "))</sub>"
    if context.receipt.isEmpty { return foot }
    let code = MarkdownEscaping.fence(context.receipt, language: "text")
    let head = "<details>\n<summary>\(wording.receipt)</summary>"
    let note = "\(wording.receiptNote) `nbrun verify`"
    return [foot, head, note, code, "</details>"].joinedBlocks
  }
}

extension MarkdownBody {
  /// The title and what stands under it.
  func head(_ context: ReportContext) -> String {
    let front = notebook.frontMatter
    let title = (notebook.title ?? outline.titleHeading?.content).map { oneLine($0) }
    let subtitle = notebook.subtitle.map { oneLine([.emphasis($0)]) } ?? ""
    let by = [front.authors.joined(separator: ", "), front.date ?? ""].filter { !$0.isEmpty }
    let variant = wording.line(for: context.variant, points: notebook.points)
    let recipient = context.recipient.map { text("\(wording.recipient) \($0)") } ?? ""
    return [
      "# \(title ?? text(notebook.shortName))", variant.isEmpty ? "" : "**\(text(variant))**",
      recipient, subtitle, text(by.joined(separator: " · ")),
    ].joinedBlocks
  }
}

extension Notebook {
  /// The file's name without its ending.
  var shortName: String {
    let file = source.name.split(separator: "/").last.map(String.init) ?? "-"
    return file.hasSuffix(".nb") ? String(file.dropLast(3)) : file
  }
}
