import NotebookFormat

extension BodyWriter {
  func footnoteReference(_ number: Int) {
    guard !isInLink else { return }
    let count = footnoteReferences[number, default: []].count
    let id = "footnote-\(number)-text" + (count == 0 ? "" : "-\(count + 1)")
    footnoteReferences[number, default: []].append(id)
    html += "<sup class=\"footnote\"><a id=\"\(id)\" href=\"#footnote-\(number)\""
    html += " role=\"doc-noteref\">\(number)</a></sup>"
  }

  /// The notes at the end, each with links back to where it is referred to.
  func footnotes() {
    guard !notebook.footnotes.isEmpty else { return }
    html +=
      "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"\(wording.footnotes)\">\n<ol>\n"
    for (index, footnote) in notebook.footnotes.enumerated() {
      html += "<li id=\"footnote-\(index + 1)\">"
      let content = captured { write(footnote.blocks) }
      let links = backLinks(to: index + 1)
      // Into the last paragraph, where the eye is when the note ends.
      html += content.hasSuffix("</p>\n") ? content.dropLast(5) + links + "</p>\n" : content + links
      html += "</li>\n"
    }
    html += "</ol></section>\n"
  }

  private func backLinks(to number: Int) -> String {
    footnoteReferences[number, default: []].map {
      " <a href=\"#\($0)\" role=\"doc-backlink\" aria-label=\"\(wording.backToText)\">↩\u{FE0E}</a>"
    }.joined()
  }
}
