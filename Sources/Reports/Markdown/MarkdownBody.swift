import CellEvents
import Diagnostics
import NotebookFormat

/// Writes the content of a notebook as Markdown; each construct has an extension of its own.
///
/// A block becomes text without a line feed at its end; blocks stand a blank line apart.
final class MarkdownBody {
  let notebook: Notebook
  let log: ExecutionLog
  let outline: Outline
  let wording: Wording
  let pictures: ResourceFolder
  let dialect: MarkdownDialect
  /// What stands before a file's name in its address, such as `lesson_files/`.
  let address: String

  /// Whether the reader finds the solutions unfolded.
  var opensSolutions = false
  /// The files that the text refers to so far.
  var files = DocumentFiles()
  /// What was found wrong so far.
  var diagnostics: [Diagnostic] = []
  /// Whether what is written stands in a table's cell, on one line.
  var isOnOneLine = false
  /// Whether a pipe would end what is written.
  var isInTable = false
  /// Whether what is written stands in a link, which cannot hold another.
  var isInLink = false
  /// How many quotes, lists and blocks are open.
  var depth = 0

  init(
    _ notebook: Notebook, log: ExecutionLog, pictures: ResourceFolder, dialect: MarkdownDialect,
    address: String
  ) {
    self.notebook = notebook
    self.log = log
    self.pictures = pictures
    self.dialect = dialect
    self.address = address
    outline = Outline(notebook, formats: dialect.names)
    wording = Wording(language: notebook.frontMatter.language)
  }

  /// Notes what is wrong at a place of the notebook.
  func report(_ message: String, at position: SourcePosition, help: String? = nil) {
    diagnostics.append(
      Diagnostic(.error, message, file: notebook.source.name, at: position, help: help))
  }

  /// Text as Markdown.
  func text(_ text: String) -> String {
    let escaped = MarkdownEscaping.escaped(
      text, isInTable: isInTable, dollar: dialect.protectsMath ? "<span>$</span>" : "\\$")
    return isOnOneLine ? escaped.replacing("\n", with: " ") : escaped
  }

  /// Where links to the label lead.
  func anchor(_ label: String?) -> String {
    label.map { "<a id=\"\(HTMLEscaping.escaped($0))\"></a>" } ?? ""
  }
}

extension MarkdownBody {
  /// The blocks, a blank line apart.
  func markdown(_ blocks: [Block], isTight: Bool = false) -> String {
    var parts: [String] = []
    var wasList: Bool?
    for block in blocks {
      let part = markdown(block)
      guard !part.isEmpty else { continue }
      var isList: Bool?
      if case .list(let list) = block { isList = list.start != nil }
      // Two lists of a kind would be one.
      if isList != nil && isList == wasList { parts.append("<!-- -->") }
      parts.append(part)
      wasList = isList
    }
    return parts.joined(separator: isTight ? "\n" : "\n\n")
  }

  /// Blocks inside of another one.
  func nested(_ blocks: [Block], isTight: Bool = false) -> String {
    depth += 1
    defer { depth -= 1 }
    return markdown(blocks, isTight: isTight)
  }

  private func markdown(_ block: Block) -> String {
    switch block {
    case .paragraph(let content): MarkdownEscaping.paragraph(inlines(content))
    case .heading(let heading): markdown(heading)
    case .codeBlock(let language, let code): MarkdownEscaping.fence(code, language: language ?? "")
    case .list(let list): markdown(list)
    case .quote(let blocks): nested(blocks).indented(first: "> ", rest: "> ")
    case .thematicBreak: "---"
    case .rawHTML(let markup):
      notebook.frontMatter.rawHTML ? trimmed(markup) : text(trimmed(markup))
    case .table(let table): markdown(table)
    case .displayMath(let formula): markdown(formula)
    case .figure(let figure): markdown(figure)
    case .container(let container): markdown(container)
    case .cell(let cell): markdown(cell)
    case .answerSpace(let space): markdown(space)
    }
  }

  private func trimmed(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  private func markdown(_ heading: Heading) -> String {
    guard heading.anchor != outline.titleHeading?.anchor else { return "" }
    let marks = String(repeating: "#", count: outline.level(of: heading))
    let number = heading.number.map { "\($0) " } ?? ""
    let line = "\(marks) \(number)\(oneLine(heading.content))"
    let isTarget = notebook.targets.values.contains { $0.anchor == heading.anchor }
    return isTarget ? anchor(heading.anchor) + "\n\n" + line : line
  }

  private func markdown(_ list: ListBlock) -> String {
    list.items.enumerated().map { index, item in
      let mark = list.start.map { "\($0 + index). " } ?? "- "
      let content = nested(item, isTight: list.isTight && item.count > 1)
      return content.indented(first: mark, rest: String(repeating: " ", count: mark.count))
    }.joined(separator: list.isTight ? "\n" : "\n\n")
  }

  private func markdown(_ space: AnswerSpace) -> String {
    let lines = (0..<max(1, min(space.lines, 100))).map { _ in
      String(repeating: "_", count: 60)
    }
    let prompt = space.prompt.isEmpty ? "" : MarkdownEscaping.paragraph(text(space.prompt))
    // The solution that stands below fills them.
    if opensSolutions { return prompt }
    let fence = MarkdownEscaping.fence(lines.joined(separator: "\n\n"), language: "text")
    return [prompt, fence].joinedBlocks
  }
}
