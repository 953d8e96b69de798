import NotebookFormat

extension BodyWriter {
  /// The most lines of code that are kept on one page.
  private static let longestWholeCode = 20

  /// Code that is shown and not run.
  func codeBlock(_ code: String, language: String?) {
    let isSwift = language?.lowercased() == "swift"
    let name = language.map { " language-\(HTMLEscaping.escaped($0))" } ?? ""
    let length = code.utf8.count { $0 == 0x0A } < Self.longestWholeCode ? "" : " long"
    html += "<pre class=\"code\(length)\(name)\"><code>"
    if isSwift { html += highlighter.markup(for: code.withoutLastLineFeed) } else { text(code) }
    html += "</code></pre>\n"
  }

  /// The code of a cell, in a fold where its options ask for one.
  func code(of cell: Cell) {
    guard cell.options.codeFold == true else {
      return codeBlock(cell.code, language: "swift")
    }
    html += "<details class=\"fold\"><summary>"
    text(cell.options.codeSummary ?? wording.code)
    html += "</summary>\n"
    codeBlock(cell.code, language: "swift")
    html += "</details>\n"
  }
}
