import Diagnostics

/// A pipe table as it was written: the texts of its cells, by GitHub's rules.
struct TableSource {
  /// How each column is set.
  var alignments: [Table.Alignment]
  /// The number of rows after the header.
  var rowCount: Int
  /// The text of the caption line, if there is one.
  var hasCaption: Bool
  /// The label of the caption line, if there is one.
  var label: String?
  /// Where the table begins.
  var position: SourcePosition

  /// The alignments that a delimiter row such as `|:--|--:|` sets, or nil where it is none.
  static func alignments(_ line: Substring) -> [Table.Alignment]? {
    guard line.contains("-"), line.contains("|") || line.contains(":") else { return nil }
    let cells = cells(of: line)
    var alignments: [Table.Alignment] = []
    for cell in cells {
      let isLeft = cell.hasPrefix(":")
      let isRight = cell.hasSuffix(":") && cell.count > 1
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == "-" }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return alignments
  }

  /// The texts of a row's cells; `\|` is a pipe inside a cell.
  static func cells(of line: Substring) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    var text = line.trimmingSpaces()
    if text.hasPrefix("|") { text = text.dropFirst() }
    if text.hasSuffix("|") && !text.hasSuffix("\\|") { text = text.dropLast() }
    for character in text {
      if isEscaped {
        cell += character == "|" ? "|" : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(String(cell[...].trimmingSpaces()))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    if isEscaped { cell += "\\" }
    cells.append(String(cell[...].trimmingSpaces()))
    return cells
  }
}

extension Substring {
  /// The text without spaces and tabs at both ends.
  func trimmingSpaces() -> Substring {
    drop { $0 == " " || $0 == "\t" }.trimmingTrailingSpaces()
  }
}
