import Diagnostics
import NotebookFormat

/// Swift source in which the code of a notebook keeps its lines and columns.
///
/// `#sourceLocation` gives the line, and code that stood further right in the notebook is moved right
/// by spaces. What the program adds stands on lines of its own.
struct ProgramText: Sendable {
  /// The text so far.
  private(set) var text: String = ""

  private let quotedFileName: String

  /// No text yet, for a notebook of the given name.
  init(fileName: String) {
    let escaped = fileName.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    quotedFileName = "\"\(escaped)\""
  }

  /// An empty text for the same notebook.
  var emptied: ProgramText {
    var copy = self
    copy.text = ""
    return copy
  }

  /// Appends a line of the program's own.
  mutating func appendLine(_ line: String) {
    text += line
    text += "\n"
  }

  /// Appends another text.
  mutating func append(_ other: ProgramText) {
    text += other.text
  }

  /// Appends a part of a cell's code at its own lines and columns.
  mutating func appendCode(_ range: Range<Int>, of cell: Cell) {
    let code = Array(cell.code.utf8)[range]
    let position = cell.position(ofByte: range.lowerBound)
    appendLine("#sourceLocation(file: \(quotedFileName), line: \(position.line))")
    appendLine(indented(code, of: cell, from: position))
    appendLine("#sourceLocation()")
  }

  /// Appends a part of a cell's code inside a call whose own words stand on other lines.
  mutating func appendCode(_ range: Range<Int>, of cell: Cell, opening: String, closing: String) {
    let code = Array(cell.code.utf8)[range]
    let position = cell.position(ofByte: range.lowerBound)
    appendLine("#sourceLocation(file: \(quotedFileName), line: \(position.line - 1))")
    appendLine(opening)
    appendLine(indented(code, of: cell, from: position))
    appendLine(closing)
    appendLine("#sourceLocation()")
  }

  /// Appends a declaration whose initializer becomes the body of a closure.
  mutating func appendDeclaration(
    _ range: Range<Int>, of cell: Cell, initializer: Range<Int>, opening: String
  ) {
    let position = cell.position(ofByte: range.lowerBound)
    let name = Array(cell.code.utf8)[range.lowerBound..<initializer.lowerBound]
    appendLine("#sourceLocation(file: \(quotedFileName), line: \(position.line))")
    appendLine(indented(name, of: cell, from: position))
    appendLine("\(opening) {")
    appendCode(initializer, of: cell)
    appendLine("}")
  }

  /// Appends the call that tells an inline value.
  mutating func append(_ value: InlineValue) {
    let digits = value.digits.map { ", digits: \($0)" } ?? ""
    let opening = "CellRuntime.inlineValue(\(value.index),"
    if value.position.line > 1 {
      appendLine("#sourceLocation(file: \(quotedFileName), line: \(value.position.line - 1))")
      text += "\(opening)\n" + String(repeating: " ", count: value.position.column - 1)
    } else {
      // There is no line before the first: columns on it are off, the line is right.
      text += "#sourceLocation(file: \(quotedFileName), line: 1)\n\(opening) "
    }
    text += "\(value.expression)\n\(digits))\n#sourceLocation()\n"
  }

  private func indented(
    _ code: ArraySlice<UInt8>, of cell: Cell, from position: SourcePosition
  ) -> String {
    let first = position.line - cell.codePosition.line
    let lines = String(decoding: code, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    return lines.map { number, line in
      let column = number == 0 ? position.column : cell.column(ofLine: first + number)
      return String(repeating: " ", count: column - 1) + line
    }.joined(separator: "\n")
  }
}
