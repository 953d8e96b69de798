extension BodyWriter {
  /// The contents list: the sections and their subsections as nested lists; empty for fewer than two.
  func contents() -> String {
    let entries = outline.entries.filter { $0.level <= 3 }
    guard notebook.frontMatter.tableOfContents, entries.count > 1 else { return "" }
    return captured {
      html += "<ol>\n"
      var isNested = false
      for (index, entry) in entries.enumerated() {
        if entry.level == 3 && !isNested && index > 0 {
          html += "<ol>\n"
          isNested = true
        } else if entry.level == 2 && isNested {
          html += "</ol></li>\n"
          isNested = false
        }
        html += "<li><a href=\"#\(HTMLEscaping.escaped(entry.heading.anchor))\">"
        number(of: entry.heading)
        label(entry.heading.content)
        html += "</a>"
        let next = index + 1 < entries.count ? entries[index + 1].level : 2
        if next <= entry.level { html += "</li>\n" }
      }
      html += isNested ? "</ol></li>\n</ol>" : "</ol>"
    }
  }
}
