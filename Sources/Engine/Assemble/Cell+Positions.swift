import Diagnostics
import NotebookFormat

extension Cell {
  /// Where a byte of the code stands in the notebook.
  func position(ofByte offset: Int) -> SourcePosition {
    var line = codePosition.line
    var start = 0
    for (index, byte) in code.utf8.enumerated().prefix(offset) where byte == 0x0A {
      line += 1
      start = index + 1
    }
    return SourcePosition(line: line, column: codePosition.column + offset - start)
  }

  /// The byte of the code that stands at a place in the notebook, or nil where it is elsewhere.
  func byte(at position: SourcePosition) -> Int? {
    var line = codePosition.line
    var start = 0
    for (index, text) in code.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      line = codePosition.line + index
      if line == position.line {
        return start + min(max(0, position.column - codePosition.column), text.utf8.count)
      }
      start += text.utf8.count + 1
    }
    return nil
  }
}
