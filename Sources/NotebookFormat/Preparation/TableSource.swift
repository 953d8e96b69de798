import Diagnostics

/// A pipe table as it was written, by GitHub's rules.
struct TableSource {
  /// A cell's bytes, `\|` already a pipe, and how far into the row they begin.
  typealias Cell = (text: Bytes, offset: Int)

  /// How each column is set.
  var alignments: [Table.Alignment]
  /// The number of rows below the header.
  var rowCount: Int
  /// Whether a caption follows the cells.
  var hasCaption: Bool
  /// The attributes of the caption line.
  var attributes: AttributeList?
  /// Where the table begins.
  var position: SourcePosition

  /// The alignments that a delimiter row such as `|:--|--:|` sets, or nil where it is none.
  static func alignments(_ row: Bytes) -> [Table.Alignment]? {
    guard row.allSatisfy({ $0 == .dash || $0 == .pipe || $0 == .colon || $0.isBlank }),
      row.contains(.dash), row.contains(.pipe) || row.contains(.colon)
    else { return nil }
    var alignments: [Table.Alignment] = []
    for (cell, _) in cells(of: row) {
      let isLeft = cell.first == .colon
      let isRight = cell.last == .colon && cell.count > 1
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == .dash }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return alignments
  }

  /// The cells of a row. `\|` is a pipe inside a cell; pipes inside a formula part nothing.
  static func cells(of row: Bytes) -> [Cell] {
    var text = row.trimmed
    if text.first == .pipe { text.removeFirst() }
    var cells: [Cell] = []
    var cell: [UInt8] = []
    var start = text.startIndex
    func add(_ end: Int) {
      let blank = text[start..<end].prefix(while: \.isBlank).count
      cells.append((Array(cell[...].trimmed)[...], start + blank - row.startIndex))
    }
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case .backslash:
        let escaped = index + 1 < text.endIndex ? text[index + 1] : nil
        if escaped != .pipe { cell.append(.backslash) }
        if let escaped { cell.append(escaped) }
        index += 2
      case .dollar:
        let end = MathSyntax.inlineEnd(text, from: index + 1) ?? index
        cell += text[index...end]
        index = end + 1
      case .pipe:
        add(index)
        cell = []
        index += 1
        start = index
      default:
        cell.append(text[index])
        index += 1
      }
    }
    if !cell[...].trimmed.isEmpty || cells.isEmpty { add(text.endIndex) }
    return cells
  }
}
