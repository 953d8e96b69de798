import Diagnostics
import NotebookFormat
import Platform

extension Cell {
  /// Where a byte of the code stands in the notebook.
  func position(ofByte offset: Int) -> SourcePosition {
    var line = codePosition.line
    var start = 0
    for (index, byte) in code.utf8.enumerated().prefix(offset) where byte == 0x0A {
      line += 1
      start = index + 1
    }
    return SourcePosition(
      line: line, column: column(ofLine: line - codePosition.line) + offset - start)
  }

  /// The column at which a line of the code begins in the program, as it does in the notebook.
  ///
  /// Lines of a text of several lines are all indented alike, else the text would be another.
  func column(ofLine index: Int) -> Int {
    guard lineColumns.indices.contains(index), !code.hasBytes(of: "\"\"\"") else {
      return codePosition.column
    }
    return lineColumns[index]
  }

  /// The byte of the code that stands at a place in the notebook, or nil where it is elsewhere.
  func byte(at position: SourcePosition) -> Int? {
    var line = codePosition.line
    var start = 0
    for (index, text) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      line = codePosition.line + index
      if line == position.line {
        return start + min(max(0, position.column - column(ofLine: index)), text.utf8.count)
      }
      start += text.utf8.count + 1
    }
    return nil
  }
}
