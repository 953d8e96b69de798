import NotebookFormat

extension BodyWriter {
  /// Code of no more lines stays together on paper.
  private static let mostLinesTogether = 14

  /// Code that is shown and not run.
  func codeBlock(_ code: String, language: String?, isToWrite: Bool = false) {
    let isSwift = language?.lowercased() == "swift"
    let name = language.map { " language-\(HTMLEscaping.escaped($0))" } ?? ""
    let lineCount = code.withoutLastLineFeed.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let isLong = lineCount > Self.mostLinesTogether ? " long" : ""
    html += "<pre class=\"code\(name)\(isLong)\(isToWrite ? " to-write" : "")\"><code>"
    if isSwift { html += highlighter.markup(for: code.withoutLastLineFeed) } else { text(code) }
    html += "</code></pre>\n"
  }

  /// The code of a cell, in a fold where its options ask for one.
  func code(of cell: Cell) {
    guard cell.options.codeFold == true else {
      return codeBlock(cell.code, language: "swift", isToWrite: cell.isToWrite)
    }
    html += "<details class=\"fold\"><summary>"
    text(cell.options.codeSummary ?? wording.code)
    html += "</summary>\n"
    codeBlock(cell.code, language: "swift")
    html += "</details>\n"
  }
}
