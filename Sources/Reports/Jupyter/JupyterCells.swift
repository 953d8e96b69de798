import CellEvents
import NotebookFormat
import Platform

/// Divides a notebook into Jupyter's cells: a Markdown cell for what stands between two cells, however
/// deep these stand in lists and blocks.
struct JupyterCells {
  private let body: MarkdownBody
  private let context: ReportContext
  private let lines: [Substring]
  /// The cells so far.
  private(set) var cells: [JSONText] = []
  private var pending: [String] = []
  private var nextLine = 1
  private var textCount = 0
  private var runCount = 0
  private var ids: Set<String> = []
  /// What the last cell gets behind its own lines: marks that show nothing themselves.
  private var codeCell:
    (value: [String: JSONText], metadata: [String: JSONText], nbrun: [String: JSONText])?

  init(body: MarkdownBody, context: ReportContext) {
    self.body = body
    self.context = context
    var lines = body.notebook.source.lines
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// Writes the whole notebook.
  mutating func writeAll() {
    let frontLines = body.notebook.source.frontMatterLineCount
    pending = [body.head(context)]
    flush(before: frontLines + 1)
    write(body.notebook.blocks)
    pending.append(footnotes)
    flush(before: lines.count + 1)
    closeCodeCell()
  }

  private var footnotes: String {
    let notes = body.footnotes()
    return notes.isEmpty ? "" : "**\(body.wording.footnotes)**\n\n" + notes
  }
}

extension JupyterCells {
  private mutating func write(_ blocks: [Block]) {
    var plain: [Block] = []
    for block in blocks {
      guard block.hasCells else {
        plain.append(block)
        continue
      }
      pending.append(body.markdown(plain))
      plain = []
      switch block {
      case .cell(let cell): write(cell)
      case .quote(let blocks): write(blocks)
      case .list(let list):
        for (index, item) in list.items.enumerated() {
          var first = list
          first.start = list.start.map { $0 + index }
          first.items = [Array(item.prefix { !$0.hasCells })]
          write([.list(first)] + item.drop { !$0.hasCells })
        }
      case .container(let container):
        guard container.isShown(in: body.dialect.names) else { continue }
        pending.append(body.opening(of: container))
        write(container.content)
      default: break
      }
    }
    pending.append(body.markdown(plain))
  }

  /// Writes what is pending as a Markdown cell that stands for the lines before the given one.
  private mutating func flush(before line: Int) {
    let text = pending.joinedBlocks
    pending = []
    let source = takeLines(before: line)
    let files = body.files.files
    body.files = DocumentFiles()
    guard !text.isEmpty else {
      if source.contains(where: { !$0.isWhitespace }) || codeCell != nil {
        codeCell?.nbrun["after"] = source.isEmpty ? nil : .string(source)
      }
      return
    }
    closeCodeCell()
    textCount += 1
    var cell: [String: JSONText] = [
      "cell_type": .string("markdown"), "id": .string(id("text-\(textCount)")),
      "metadata": .object(["nbrun": .object(origin(source, shown: text))]),
      "source": .lines(text),
    ]
    if !files.isEmpty {
      cell["attachments"] = .object(
        files.reduce(into: [:]) { attachments, file in
          let type = Picture(file.content)?.type ?? "application/octet-stream"
          attachments[file.name] = .object([type: .string(Base64.encoded(file.content))])
        })
    }
    cells.append(.object(cell))
  }

  private mutating func write(_ cell: Cell) {
    flush(before: cell.position.line)
    closeCodeCell()
    let source = takeLines(before: cell.endLine + 1)
    let shown = visibleSource(of: cell)
    let options = cell.options
    let isRun = options.eval != false && !cell.code.isEmpty
    if isRun { runCount += 1 }
    let hidesOutput = options.output == false || options.include == false
    let outputs = hidesOutput ? [] : (body.log.outputs[cell.index] ?? [])
    let caption = outputs.isEmpty ? nil : body.captionBlock(of: cell)
    // A caption says itself that there is nothing above it.
    let written = outputs.filter { caption == nil || $0 != .withheld }.compactMap {
      JupyterOutput.json($0, wording: body.wording)
    }
    let id = id(options.label ?? "cell-\(cell.index + 1)")
    codeCell = (
      [
        "cell_type": .string("code"), "execution_count": isRun ? .integer(runCount) : .null,
        "id": .string(id), "outputs": .array(written), "source": .lines(shown),
      ], metadata(of: cell, id: id), origin(source, shown: shown)
    )
    if let caption { pending.append(caption) }
  }

  private mutating func closeCodeCell() {
    guard var cell = codeCell else { return }
    cell.metadata["nbrun"] = .object(cell.nbrun)
    cell.value["metadata"] = .object(cell.metadata)
    cells.append(.object(cell.value))
    codeCell = nil
  }

  private mutating func takeLines(before line: Int) -> String {
    guard line > nextLine else { return "" }
    defer { nextLine = line }
    return lines[(nextLine - 1)..<min(line - 1, lines.count)].map { $0 + "\n" }.joined()
  }

  /// The option lines and the code, as they stand in the notebook.
  private func visibleSource(of cell: Cell) -> String {
    let first = cell.position.line
    let hasOptions =
      cell.code.isEmpty ? first + 1 < cell.endLine : first + 1 < cell.codePosition.line
    let end = cell.code.isEmpty ? cell.endLine : cell.codePosition.line
    guard hasOptions, end - 1 <= lines.count else { return cell.code }
    let options = lines[first..<(end - 1)].map { line in
      String(line.drop { $0.isWhitespace || $0 == ">" })
    }
    return (options + (cell.code.isEmpty ? [] : [cell.code])).joined(separator: "\n")
  }

  private func origin(_ source: String, shown: String) -> [String: JSONText] {
    ["source": .string(source), "digest": .string(String(SHA256.hex(of: shown).prefix(16)))]
  }

  private mutating func id(_ wish: String) -> String {
    let stem = String(wish.prefix(56))
    var id = stem
    var count = 1
    while !ids.insert(id).inserted {
      count += 1
      id = "\(stem)-\(count)"
    }
    return id
  }

  private func metadata(of cell: Cell, id: String) -> [String: JSONText] {
    let options = cell.options
    var tags: [String] = []
    var hidden: [String: JSONText] = [:]
    if options.include == false {
      tags.append("remove-cell")
      hidden = ["source_hidden": .boolean(true), "outputs_hidden": .boolean(true)]
    }
    if options.echo == false {
      tags.append("hide-input")
      hidden["source_hidden"] = .boolean(true)
    }
    if options.output == false { tags.append("hide-output") }
    if options.error == true { tags.append("raises-exception") }
    let isSolution = cell.isSolution || !cell.solutionLines.isEmpty
    if isSolution { tags.append("solution") }
    var metadata: [String: JSONText] = [:]
    if !tags.isEmpty { metadata["tags"] = .array(tags.map { .string($0) }) }
    if !hidden.isEmpty { metadata["jupyter"] = .object(hidden) }
    if isSolution {
      metadata["nbgrader"] = .object([
        "grade": .boolean(false), "grade_id": .string(id), "locked": .boolean(false),
        "schema_version": .integer(3), "solution": .boolean(true), "task": .boolean(false),
      ])
    }
    return metadata
  }
}

extension Block {
  /// Whether a cell stands in it.
  var hasCells: Bool {
    if case .cell = self { true } else { children.contains(where: \.hasCells) }
  }
}
