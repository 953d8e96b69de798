import Diagnostics
import NotebookFormat

extension StudentText {
  /// Removes what tells the grader of common mistakes, which tells students of them as well.
  ///
  /// - Throws: A `Diagnostic` where the code around it would tell of them too.
  mutating func removeMistakes(of cell: Cell) throws {
    let code = Array(cell.code.utf8)
    // From the end, so that what stands before keeps its column.
    for statement in CellAnalysis(code: cell.code).statements.reversed()
    where statement.usedNames.contains("commonMistake") {
      let first = cell.position(ofByte: statement.range.lowerBound)
      if edits.isChanged(first.line) && edits.line(first.line) == nil { continue }
      guard code[statement.range].starts(with: "commonMistake(".utf8) else {
        throw Diagnostic(
          .error, "a handout would show this common mistake", file: notebook.source.name, at: first,
          help: "Call 'commonMistake' as a statement of its own, outside of loops and functions.")
      }
      let last = cell.position(ofByte: statement.range.upperBound)
      let lineStart = code[..<statement.range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let before = code[lineStart..<statement.range.lowerBound]
      let after = code[statement.range.upperBound...].prefix { $0 != 0x0A }
      let line = (edits.line(first.line) ?? "").utf8
      let margin = String(line.prefix(first.column - 1 - before.count)) ?? ""
      let rest = Self.statements(before: before, after: after)
      edits.replace(first.line...last.line, with: rest.isEmpty ? [] : [margin + rest])
    }
  }

  /// What is left of a line once a statement is taken out of it; a comment behind that goes as well.
  private static func statements(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x3B }
    let head = String(decoding: before, as: UTF8.self)
    let tail = String(decoding: after.drop(while: isSpace), as: UTF8.self)
    let hasHead = before.contains { !isSpace($0) }
    if tail.isEmpty || tail.hasPrefix("//") {
      let end = before.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? before.startIndex
      return String(decoding: before[..<end], as: UTF8.self)
    }
    return hasHead ? head + tail : String(head.prefix { $0.isWhitespace }) + tail
  }
}
