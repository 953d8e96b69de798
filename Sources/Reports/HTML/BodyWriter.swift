import CellEvents
import Diagnostics
import NotebookFormat

/// Writes the content of a notebook as HTML; each construct has an extension of its own.
///
/// What cannot be written (a bad formula, a missing picture) is left out and told in `diagnostics`.
final class BodyWriter {
  let notebook: Notebook
  let log: ExecutionLog
  let outline: Outline
  let wording: Wording
  let pictures: ResourceFolder
  let typesetter: MathTypesetter
  let highlighter: SwiftHighlighter
  let sanitizer = MarkupSanitizer()

  /// The names by which `.content-visible` speaks of this format.
  static let formatNames = ["html"]

  /// The markup so far.
  var html = ""
  /// How many figures it has.
  var figureCount = 0
  /// Whether the reader finds the solutions unfolded.
  var opensSolutions = false
  /// What was found wrong so far.
  var diagnostics: [Diagnostic] = []
  /// How many tabsets were written.
  var tabsetCount = 0
  /// The labels of the footnote references that lead to each footnote.
  var footnoteReferences: [Int: [String]] = [:]
  /// Whether what is written stands in a link, which cannot hold another.
  var isInLink = false

  init(
    _ notebook: Notebook, log: ExecutionLog, pictures: ResourceFolder, typesetter: MathTypesetter,
    highlighter: SwiftHighlighter
  ) {
    self.notebook = notebook
    self.log = log
    self.pictures = pictures
    self.typesetter = typesetter
    self.highlighter = highlighter
    outline = Outline(notebook, formats: Self.formatNames)
    wording = Wording(language: notebook.frontMatter.language)
  }

  /// Appends text, escaped.
  func text(_ text: some StringProtocol) {
    HTMLEscaping.append(text, to: &html)
  }

  /// What the given closure writes, apart from the rest.
  func captured(_ write: () -> Void) -> String {
    let before = html
    html = ""
    write()
    let written = html
    html = before
    return written
  }

  /// Notes what is wrong at a place of the notebook.
  func report(_ message: String, at position: SourcePosition, help: String? = nil) {
    diagnostics.append(
      Diagnostic(.error, message, file: notebook.source.name, at: position, help: help))
  }

  /// ` id="…"`, or nothing.
  func id(_ id: String?) -> String {
    id.map { " id=\"\(HTMLEscaping.escaped($0))\"" } ?? ""
  }
}

extension BodyWriter {
  func write(_ blocks: [Block], isTight: Bool = false) {
    for block in blocks { write(block, isTight: isTight) }
  }

  private func write(_ block: Block, isTight: Bool) {
    switch block {
    case .paragraph(let content): paragraph(content, isTight: isTight)
    case .heading(let heading): write(heading)
    case .codeBlock(let language, let code): codeBlock(code, language: language)
    case .list(let list): write(list)
    case .quote(let blocks):
      html += "<blockquote>\n"
      write(blocks)
      html += "</blockquote>\n"
    case .thematicBreak: html += "<hr>\n"
    case .rawHTML(let markup): rawHTML(markup, isBlock: true)
    case .table(let table): write(table)
    case .displayMath(let formula): write(formula)
    case .figure(let figure): write(figure)
    case .container(let container): write(container)
    case .cell(let cell): write(cell)
    case .answerSpace(let space): write(space)
    }
  }

  private func paragraph(_ content: [Inline], isTight: Bool) {
    if !isTight { html += "<p>" }
    write(content)
    html += isTight ? "\n" : "</p>\n"
  }

  private func write(_ heading: Heading) {
    guard heading.anchor != outline.titleHeading?.anchor else { return }
    let tag = "h\(outline.level(of: heading))"
    html += "<\(tag)\(id(heading.anchor))>"
    number(of: heading)
    write(heading.content)
    html += " <a class=\"anchor\" href=\"#\(HTMLEscaping.escaped(heading.anchor))\""
    html += " aria-label=\"\(wording.section)\">#</a></\(tag)>\n"
  }

  /// The section's number, where it has one.
  func number(of heading: Heading) {
    guard let number = heading.number else { return }
    html += "<span class=\"number\">\(HTMLEscaping.escaped(number))</span> "
  }

  private func write(_ list: ListBlock) {
    let tag = list.start == nil ? "ul" : "ol"
    let start = list.start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
    html += "<\(tag)\(start)>\n"
    for item in list.items {
      html += "<li>"
      write(item, isTight: list.isTight)
      html += "</li>\n"
    }
    html += "</\(tag)>\n"
  }

  /// Raw HTML, as it is where the front matter allows it and as text elsewhere.
  func rawHTML(_ markup: String, isBlock: Bool) {
    if notebook.frontMatter.rawHTML {
      html += markup
    } else if isBlock {
      html += "<p>"
      text(markup)
      html += "</p>\n"
    } else {
      text(markup)
    }
  }
}
