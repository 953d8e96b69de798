/// A table for a terminal or a code block: columns of one width, lines above and below the rows.
struct TextTable {
  /// On which side of a column its texts stand.
  enum Alignment {
    case left
    case right
  }

  let head: [String]
  let rows: [[String]]
  let alignment: [Alignment]

  /// The head, the rows and the lines around these.
  var text: String {
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return alignment[column] == .left ? cell + space : space + cell
      }
      var text = padded.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      return text
    }
    let rule = String(
      repeating: "─", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
    return ([line(head), rule] + rows.map(line) + [rule]).joined(separator: "\n")
  }
}
