import NotebookFormat

extension MarkdownBody {
  func markdown(_ table: Table) -> String {
    isInTable = true
    isOnOneLine = true
    let rows = ([table.header] + table.rows).map { row in
      "| " + row.map(inlines).joined(separator: " | ") + " |"
    }
    isInTable = false
    isOnOneLine = false
    let rule = table.header.indices.map { column in
      switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
      case .none: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    let lines = [rows[0], "| " + rule.joined(separator: " | ") + " |"] + rows.dropFirst()
    let caption = caption(wording.table, number: table.number, table.caption)
    return anchored(lines.joined(separator: "\n"), label: table.label, caption: caption)
  }

  /// `**Figure 3:** What it shows`; empty where there is neither number nor text.
  func caption(_ name: String, number: String?, _ content: [Inline]?) -> String {
    let words = oneLine(content ?? [])
    guard let number else { return words }
    return "**\(name) \(number)\(words.isEmpty ? "" : ":")**" + (words.isEmpty ? "" : " \(words)")
  }

  /// A block with the place that links lead to before it and its caption behind it.
  func anchored(_ block: String, label: String?, caption: String) -> String {
    [anchor(label), block, caption].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}
