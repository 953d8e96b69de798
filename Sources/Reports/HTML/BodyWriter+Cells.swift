import CellEvents
import NotebookFormat

extension BodyWriter {
  func write(_ cell: Cell) {
    let options = cell.options
    guard options.include != false else { return }
    let outputs = options.output == false ? [] : (log.outputs[cell.index] ?? [])
    let showsCode = options.echo != false && !cell.code.isEmpty
    guard showsCode || !outputs.isEmpty else { return }
    let target = options.label.flatMap { notebook.targets[$0] }
    html += "<div class=\"cell\"\(id(target?.anchor))>\n"
    if showsCode { code(of: cell) }
    if target != nil || options.figureCaption != nil {
      figure(cell, outputs, target)
    } else if options.folds(outputs) {
      fold(outputs, cell)
    } else {
      write(outputs, cell)
    }
    html += "</div>\n"
  }

  private func fold(_ answers: [CellOutput], _ cell: Cell) {
    html += "<details class=\"fold\"><summary>\(wording.answers): "
    for (index, name) in answers.compactMap(\.answerName).enumerated() {
      html += index > 0 ? ", <code>" : "<code>"
      text(name)
      html += "</code>"
    }
    html += "</summary>\n"
    write(answers, cell)
    html += "</details>\n"
  }

  private func figure(_ cell: Cell, _ outputs: [CellOutput], _ target: ReferenceTarget?) {
    guard !outputs.isEmpty else { return }
    // A caption would describe what is not there.
    let isLeftOut = outputs.contains(.withheld)
    let isTable = target?.kind == .table
    let look = PrintedDrawing.isTall(outputs) ? "tall" : isTable ? "table" : ""
    html += look.isEmpty ? "<figure>\n" : "<figure class=\"\(look)\">\n"
    func caption() {
      self.caption(
        target.map { wording.name(of: $0.kind) }, number: target?.number,
        isLeftOut ? [.text(wording.withheld)] : cell.caption)
    }
    // As with tables of the text, what it is stands above.
    if isTable { caption() }
    write(outputs.filter { $0 != .withheld }, cell)
    if !isTable { caption() }
    html += "</figure>\n"
  }

  private func write(_ outputs: [CellOutput], _ cell: Cell) {
    for output in outputs {
      switch output {
      case .printed(let text): printed(text, class: "printed")
      case .printedError(let text):
        printed(text, class: "printed printed-error", label: wording.printedError)
      case .display(let bundle): display(bundle, cell)
      case .answer(let name, let bundle):
        html += "<div class=\"answer\"><p class=\"answer-name\">\(wording.answer) <code>"
        text(name)
        html += "</code></p>\n"
        display(bundle, cell)
        html += "</div>\n"
      case .blank(let name, let shape): blank(name, shape)
      case .withheld: html += "<p class=\"withheld\">\(wording.withheld)</p>\n"
      case .failure(let message): failure(message)
      }
    }
  }

  /// An error, the lines that it quotes apart from its words: a caret stands below its column only as
  /// long as the line above it is not broken.
  private func failure(_ message: String) {
    html += "<div class=\"failure\"><p class=\"failure-title\">\(wording.error)</p>\n<pre>"
    var isInExcerpt = false
    for (index, line) in message.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      if index > 0 { html += "\n" }
      let isQuoted = line.firstMatch(of: #/^ +\d* \| /#) != nil
      if isQuoted != isInExcerpt { html += isQuoted ? "<span class=\"excerpt\">" : "</span>" }
      isInExcerpt = isQuoted
      text(line)
    }
    if isInExcerpt { html += "</span>" }
    html += "</pre></div>\n"
  }

  private func printed(_ text: String, class name: String, label: String? = nil) {
    guard !text.isEmpty else { return }
    let title = label.map { " title=\"\($0)\"" } ?? ""
    html += "<pre class=\"\(name)\"\(title)>"
    // The parser drops the first line feed in a `pre`.
    if text.hasPrefix("\n") { html += "\n" }
    self.text(text.hasSuffix("\n") ? text.dropLast() : text[...])
    html += "</pre>\n"
  }

  /// The richest form that a page can show.
  private func display(_ bundle: MIMEBundle, _ cell: Cell) {
    let alternative = cell.options.figureAlternative
    for item in bundle.items.reversed() {
      switch item.type {
      case "text/html", "image/svg+xml":
        let label =
          alternative.map { " role=\"img\" aria-label=\"\(HTMLEscaping.escaped($0))\"" } ?? ""
        figureCount += 1
        let look = PrintedDrawing.isTall([.display(bundle)]) ? "display tall" : "display"
        html += "<div class=\"\(look)\"\(label)>"
        html += notebook.frontMatter.rawHTML ? item.content : sanitizer.sanitized(item.content)
        html += "</div>\n"
        return
      case "image/png", "image/jpeg":
        let plain = alternative ?? bundle["text/plain"] ?? ""
        figureCount += 1
        html += "<div class=\"display\"><img src=\"data:\(item.type);base64,"
        text(item.content.filter { !$0.isWhitespace })
        html += "\" alt=\"\(HTMLEscaping.escaped(plain))\"></div>\n"
        return
      case "text/plain":
        // A list on one line may be broken, the rows of a matrix may not.
        return printed(item.content, class: item.content.contains("\n") ? "value" : "value line")
      default: continue
      }
    }
  }
}

extension CellOutput {
  /// The name of a recorded answer.
  var answerName: String? {
    if case .answer(let name, _) = self { name } else { nil }
  }
}

extension CellOptions {
  /// Whether there is nothing to show but answers, and these are to be folded: so an answer key has what
  /// a cell records unseen.
  func folds(_ outputs: [CellOutput]) -> Bool {
    echo == false && codeFold == true && outputs.allSatisfy { $0.answerName != nil }
  }
}
