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
    } else {
      write(outputs, cell)
    }
    html += "</div>\n"
  }

  private func figure(_ cell: Cell, _ outputs: [CellOutput], _ target: ReferenceTarget?) {
    guard !outputs.isEmpty else { return }
    html += "<figure>\n"
    write(outputs, cell)
    caption(
      target.map { wording.name(of: $0.kind) }, number: target?.number,
      cell.caption)
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
      case .failure(let message):
        html += "<div class=\"failure\"><p class=\"failure-title\">\(wording.error)</p>\n<pre>"
        text(message)
        html += "</pre></div>\n"
      }
    }
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
        html += "<div class=\"display\"\(label)>"
        html += notebook.frontMatter.rawHTML ? item.content : sanitizer.sanitized(item.content)
        html += "</div>\n"
        return
      case "image/png", "image/jpeg":
        let plain = alternative ?? bundle["text/plain"] ?? ""
        html += "<div class=\"display\"><img src=\"data:\(item.type);base64,"
        text(item.content.filter { !$0.isWhitespace })
        html += "\" alt=\"\(HTMLEscaping.escaped(plain))\"></div>\n"
        return
      case "text/plain":
        return printed(item.content, class: "value")
      default: continue
      }
    }
  }
}
