import CellEvents
import Platform

/// A cell's outputs as nbformat has them.
enum JupyterOutput {
  /// The output; nil where there is nothing to it.
  static func json(_ output: CellOutput, wording: Wording) -> JSONText? {
    switch output {
    case .printed(let text): stream("stdout", text)
    case .printedError(let text): stream("stderr", text)
    case .display(let bundle): display(bundle.items.map { ($0.type, $0.content) })
    case .answer(let name, let bundle):
      display(bundle.items.map { ($0.type, $0.content) }, answer: name)
    case .blank(let name, let shape):
      display([
        ("text/plain", blankText(name, shape, wording)),
        ("text/html", blankTable(name, shape, wording)),
      ])
    case .withheld: stream("stdout", wording.withheld + "\n")
    case .failure(let message):
      .object([
        "output_type": .string("error"), "ename": .string(wording.error),
        "evalue": .string(message.split(separator: "\n").first.map(String.init) ?? ""),
        "traceback": .array(message.split(separator: "\n").map { .string(String($0)) }),
      ])
    }
  }

  private static func stream(_ name: String, _ text: String) -> JSONText? {
    guard !text.isEmpty else { return nil }
    return .object([
      "output_type": .string("stream"), "name": .string(name), "text": .lines(text),
    ])
  }

  private static func display(_ items: [(type: String, content: String)], answer: String? = nil)
    -> JSONText
  {
    let drawing = items.first { $0.type == "image/svg+xml" }.map { StandaloneDrawing($0.content) }
    var data: [String: JSONText] = [:]
    for (type, content) in items {
      switch type {
      case "image/svg+xml": data[type] = drawing.map { .lines($0.text) }
      case "text/html":
        // A figure's markup lives by the style sheet of a page, and Jupyter would rather show HTML.
        data[type] = .lines(drawing?.element ?? MarkupSanitizer().sanitized(content))
      case "application/json": data[type] = .raw(content)
      default: data[type] = .lines(content)
      }
    }
    let metadata = answer.map { ["nbrun": JSONText.object(["answer": .string($0)])] } ?? [:]
    return .object([
      "output_type": .string("display_data"), "data": .object(data), "metadata": .object(metadata),
    ])
  }

  private static func blankText(_ name: String, _ shape: [Int], _ wording: Wording) -> String {
    switch AnswerBlank(shape: shape) {
    case .line: return "\(name) = ____________________"
    case .remark: return "\(name): \(wording.recorded(shape))"
    case .grids(let grids):
      let parts = grids.map { grid in
        let rows = grid.rowLengths.map { String(repeating: "|________", count: $0) + "|" }
        return (grid.title.map { "\($0)\n" } ?? "") + rows.joined(separator: "\n")
      }
      return "\(name) =\n" + parts.joined(separator: "\n\n")
    }
  }

  private static func blankTable(_ name: String, _ shape: [Int], _ wording: Wording) -> String {
    let title = "<code>\(HTMLEscaping.escaped(name))</code>"
    switch AnswerBlank(shape: shape) {
    case .line: return "<p>\(title)</p>"
    case .remark: return "<p>\(title): \(wording.recorded(shape))</p>"
    case .grids(let grids):
      let cell = "<td style=\"border:1px solid;width:4em;height:2em\">&nbsp;</td>"
      let parts = grids.map { grid in
        let rows = grid.rowLengths.map { "<tr>\(String(repeating: cell, count: $0))</tr>" }
        let heading = grid.title.map { "<p><code>\($0)</code></p>" } ?? ""
        return "<div>\(heading)<table>\(rows.joined())</table></div>"
      }
      let style = "display:flex;flex-wrap:wrap;gap:0 1.5em"
      return "<p>\(title)</p><div style=\"\(style)\">\(parts.joined())</div>"
    }
  }
}

extension StandaloneDrawing {
  /// The drawing as a picture in a page.
  fileprivate var element: String {
    let address = "data:image/svg+xml;base64,\(Base64.encoded(Array(text.utf8)))"
    return "<img alt=\"\(HTMLEscaping.escaped(alternative ?? ""))\" src=\"\(address)\">"
  }
}
