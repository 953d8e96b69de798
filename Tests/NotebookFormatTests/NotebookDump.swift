import Diagnostics
import NotebookFormat

/// A notebook as indented lines, for goldens.
struct NotebookDump {
  private(set) var text = ""
  private var depth = 0

  init(_ notebook: Notebook) {
    line("front matter \(notebook.frontMatter.summary)")
    for block in notebook.blocks { add(block) }
    for (number, footnote) in notebook.footnotes.enumerated() {
      line("footnote \(number + 1) \(footnote.name)\(footnote.isSolution ? " (solution)" : "")")
      nested(footnote.blocks)
    }
    for (label, target) in notebook.targets.sorted(by: { $0.key < $1.key }) {
      let title = target.title.map { " \($0.debugDescription)" } ?? ""
      line("target \(label): \(target.kind) \(target.number) #\(target.anchor)\(title)")
    }
    for warning in notebook.warnings { line("warning \(warning.summary)") }
  }

  private mutating func line(_ words: String) {
    text += String(repeating: "  ", count: depth) + words + "\n"
  }

  private mutating func nested(_ blocks: [Block]) {
    depth += 1
    for block in blocks { add(block) }
    depth -= 1
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let content): line("paragraph \(content.summary)")
    case .heading(let heading):
      line(
        "heading \(heading.level) \(heading.number ?? "-") #\(heading.anchor) \(heading.content.summary)"
      )
    case .codeBlock(let language, let code):
      line("code \(language ?? "-") \(code.debugDescription)")
    case .list(let list):
      line("list \(list.start.map { "from \($0)" } ?? "")\(list.isTight ? "" : " loose")")
      depth += 1
      for item in list.items {
        line("item")
        nested(item)
      }
      depth -= 1
    case .quote(let content):
      line("quote")
      nested(content)
    case .thematicBreak: line("thematic break")
    case .rawHTML(let html): line("html \(html.debugDescription)")
    case .table(let table): add(table)
    case .displayMath(let math):
      line("display \(math.summary)")
    case .figure(let figure):
      line("figure \(figure.number ?? "-") \(figure.label ?? "-") \(figure.image.summary)")
    case .container(let container): add(container)
    case .cell(let cell): add(cell)
    case .answerSpace(let space): line("answer \(space.lines) \(space.prompt.debugDescription)")
    }
  }

  private mutating func add(_ table: Table) {
    line("table \(table.number ?? "-") \(table.label ?? "-") \(table.alignments)")
    depth += 1
    for row in [table.header] + table.rows {
      line("row " + row.map(\.summary).joined(separator: " | "))
    }
    if let caption = table.caption { line("caption \(caption.summary)") }
    depth -= 1
  }

  private mutating func add(_ container: Container) {
    var words = "container \(container.kind) \(container.position)"
    if let number = container.number { words += " number \(number)" }
    if let label = container.label { words += " #\(label)" }
    if let points = container.points { words += " points \(points)" }
    if let isCollapsed = container.isCollapsed { words += " collapsed \(isCollapsed)" }
    if let title = container.title { words += " title \(title.summary)" }
    line(words)
    nested(container.content)
  }

  private mutating func add(_ cell: Cell) {
    line(
      "cell \(cell.index) at \(cell.position), code at \(cell.codePosition), columns \(cell.lineColumns)"
        + "\(cell.isSolution ? ", solution" : "")")
    depth += 1
    line("options \(cell.options.summary)")
    if let caption = cell.caption { line("caption \(caption.summary)") }
    if !cell.solutionLines.isEmpty { line("solution lines \(cell.solutionLines)") }
    line(cell.code.debugDescription)
    depth -= 1
  }
}

extension SourcePosition: CustomStringConvertible {
  /// The line and the column, `3:5`.
  public var description: String { "\(line):\(column)" }
}

extension Diagnostic {
  /// `error 3:5 what (help)`.
  var summary: String {
    let place = position.map { "\($0): " } ?? ""
    return "\(place)\(message)\(help.map { " (\($0))" } ?? "")"
  }
}

extension FrontMatter {
  fileprivate var summary: String {
    """
    \(title ?? "-") / \(subtitle ?? "-") / \(authors) / \(date ?? "-") / \(language) / seed \(seed) / \
    \(parameters.map { "\($0.name) \($0.value) \($0.position)" }) / \(execute.summary) / \
    toc \(tableOfContents), numbers \(numberSections), raw \(rawHTML)
    """
  }
}

extension CellOptions {
  fileprivate var summary: String {
    let said = Mirror(reflecting: self).children.compactMap { child -> String? in
      guard let name = child.label, let value = Mirror(reflecting: child.value).children.first
      else { return nil }
      return "\(name): \(value.value)"
    }
    return said.joined(separator: ", ")
  }
}

extension DisplayMath {
  fileprivate var summary: String {
    "\(number ?? "-") \(label ?? "-") \(position) \(tex.debugDescription)"
  }
}

extension Image {
  fileprivate var summary: String {
    "\(source) \(position) title \(title ?? "-") alt \(alternative ?? "-") width \(width ?? "-") "
      + content.summary
  }
}

extension [Inline] {
  /// The inlines in a short notation, one for each.
  var summary: String { map(\.summary).joined(separator: " ") }
}

extension Inline {
  fileprivate var summary: String {
    switch self {
    case .text(let text): "‘\(text)’"
    case .emphasis(let content): "*(\(content.summary))"
    case .strong(let content): "**(\(content.summary))"
    case .code(let code): "`\(code)`"
    case .link(let destination, let title, let content):
      "link(\(destination) \(title ?? "-") \(content.summary))"
    case .image(let image): "image(\(image.summary))"
    case .softBreak: "⏎"
    case .lineBreak: "↵"
    case .rawHTML(let html): "html(\(html))"
    case .math(let tex, let position): "$(\(position) \(tex.debugDescription))"
    case .displayMath(let math): "$$(\(math.summary))"
    case .value(let value):
      "value(\(value.index) \(value.position) \(value.expression) digits \(value.digits.map(String.init) ?? "-")"
        + " after \(value.precedingCells)\(value.isSolution ? " solution" : ""))"
    case .reference(let label, let numberOnly, let position):
      "@(\(position) \(label)\(numberOnly ? " number" : ""))"
    case .footnoteReference(let number, let occurrence): "^(\(number) \(occurrence))"
    }
  }
}
