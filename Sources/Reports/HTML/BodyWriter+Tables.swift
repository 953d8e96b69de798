import NotebookFormat

extension BodyWriter {
  func write(_ table: Table) {
    html += "<figure class=\"table\"\(id(table.label))>\n"
    if table.caption != nil || table.number != nil {
      caption(table.number.map { _ in wording.table }, number: table.number, table.caption)
    }
    html += "<div class=\"scroll\"><table>\n<thead><tr>"
    for (column, cell) in table.header.enumerated() {
      self.cell("th scope=\"col\"", end: "th", cell, table.alignment(of: column))
    }
    html += "</tr></thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows {
        html += "<tr>"
        for (column, cell) in row.enumerated() {
          self.cell("td", end: "td", cell, table.alignment(of: column))
        }
        html += "</tr>\n"
      }
      html += "</tbody>\n"
    }
    html += "</table></div></figure>\n"
  }

  private func cell(_ tag: String, end: String, _ content: [Inline], _ alignment: String?) {
    html += "<\(tag)" + (alignment.map { " class=\"\($0)\"" } ?? "") + ">"
    write(content)
    html += "</\(end)>"
  }
}

extension Table {
  fileprivate func alignment(of column: Int) -> String? {
    guard alignments.indices.contains(column) else { return nil }
    return switch alignments[column] {
    case .none: nil
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
