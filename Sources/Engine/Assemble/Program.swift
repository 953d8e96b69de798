import Diagnostics
import NotebookFormat

/// One Swift program made of a notebook's cells and inline values, in document order.
///
/// Every line of the notebook keeps its line and column: `#sourceLocation` gives the line, and code
/// that stood further right in the notebook is moved right by spaces. What the program adds stands
/// on lines of its own.
///
///     import CNNCore …
///     let seed = CellRuntime.parameter("seed", as: Int.self)
///     CellRuntime.start(0)
///     #sourceLocation(file: "lesson.nb", line: 12)
///     let x = 1
///     CellRuntime.display(
///     x + 1
///     )
///     #sourceLocation()
///     CellRuntime.end(0)
public struct Program: Sendable {
  /// The Swift source.
  public private(set) var source: String = ""

  private let fileName: String

  /// The program of a notebook.
  ///
  /// - Parameters:
  ///   - notebook: The notebook.
  ///   - cells: What to run of each cell.
  ///   - isValueLeftOut: Tells the inline values that are not computed.
  init(
    notebook: Notebook, cells: [CellState], isValueLeftOut: (InlineValue) -> Bool
  ) {
    fileName = notebook.source.name
    source = "import CNNCore\nimport CellKit\nimport Figures\n"
    source += Self.reproducibleFunctions
    source += "CellRuntime.begin()\n"
    source += "let seed = CellRuntime.parameter(\"seed\", as: Int.self)\n"
    for parameter in notebook.frontMatter.parameters {
      let type = parameter.value.swiftType
      source += "let \(parameter.name) = "
      source += "CellRuntime.parameter(\"\(parameter.name)\", as: \(type).self)\n"
    }
    var values = notebook.inlineValues[...]
    for state in cells {
      while let value = values.first, value.precedingCells <= state.cell.index {
        values.removeFirst()
        if !isValueLeftOut(value) { append(value) }
      }
      append(state)
    }
    for value in values where !isValueLeftOut(value) { append(value) }
  }
}

extension Program {
  /// A cell that imports Foundation would get the C library's functions, whose last bits differ from
  /// machine to machine; declarations of the program itself go before them.
  private static let reproducibleFunctions =
    ["exp", "log", "tanh", "exp2", "log2", "log10", "sin", "cos"].map {
      "func \($0)(_ x: Double) -> Double { Double.\($0)(x) }\n"
    }.joined() + "func pow(_ x: Double, _ y: Double) -> Double { Double.pow(x, y) }\n"

  private mutating func append(_ state: CellState) {
    let runnable = state.runnableStatements
    guard state.isRun, let first = runnable.first, let last = runnable.last else { return }
    let cell = state.cell
    let code = Array(cell.code.utf8)
    source += "CellRuntime.start(\(cell.index))\n"
    if state.isWhole, let displayed = state.analysis.displayedRange {
      appendCode(code[first.range.lowerBound..<displayed.lowerBound], of: cell)
      appendWrapped(code[displayed], of: cell, opening: "CellRuntime.display(", closing: ")")
    } else {
      appendCode(code[first.range.lowerBound..<last.range.upperBound], of: cell)
    }
    source += "CellRuntime.end(\(cell.index))\n"
  }

  private mutating func append(_ value: InlineValue) {
    let digits = value.digits.map { ", digits: \($0)" } ?? ""
    let opening = "CellRuntime.inlineValue(\(value.index),"
    if value.position.line > 1 {
      source += "#sourceLocation(file: \(quotedFileName), line: \(value.position.line - 1))\n"
      source += "\(opening)\n" + String(repeating: " ", count: value.position.column - 1)
    } else {
      // There is no line before the first: columns on it are off, the line is right.
      source += "#sourceLocation(file: \(quotedFileName), line: 1)\n\(opening) "
    }
    source += "\(value.expression)\n\(digits))\n#sourceLocation()\n"
  }

  /// Appends a part of a cell's code at its own lines and columns.
  private mutating func appendCode(_ code: ArraySlice<UInt8>, of cell: Cell) {
    guard code.contains(where: { $0 != 0x20 && $0 != 0x0A }) else { return }
    let position = cell.position(ofByte: code.startIndex)
    source += "#sourceLocation(file: \(quotedFileName), line: \(position.line))\n"
    source += indented(code, of: cell, from: position)
    source += "\n#sourceLocation()\n"
  }

  /// Appends a part of a cell's code inside a call whose own words stand on other lines.
  private mutating func appendWrapped(
    _ code: ArraySlice<UInt8>, of cell: Cell, opening: String, closing: String
  ) {
    let position = cell.position(ofByte: code.startIndex)
    source += "#sourceLocation(file: \(quotedFileName), line: \(position.line - 1))\n\(opening)\n"
    source += indented(code, of: cell, from: position)
    source += "\n\(closing)\n#sourceLocation()\n"
  }

  private func indented(
    _ code: ArraySlice<UInt8>, of cell: Cell, from position: SourcePosition
  ) -> String {
    let indent = String(repeating: " ", count: cell.codePosition.column - 1)
    let text =
      String(repeating: " ", count: position.column - 1)
      + String(decoding: code, as: UTF8.self)
    return indent.isEmpty ? text : text.replacing("\n", with: "\n\(indent)")
  }

  private var quotedFileName: String {
    "\"\(fileName.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}

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

extension ParameterValue {
  /// The Swift type of the constant in the cells.
  var swiftType: String {
    switch self {
    case .integer: "Int"
    case .number: "Double"
    case .boolean: "Bool"
    case .text: "String"
    }
  }

  /// The value as text, as the running cells read it.
  public var text: String {
    switch self {
    case .integer(let value): String(value)
    case .number(let value): "\(value)"
    case .boolean(let value): String(value)
    case .text(let value): value
    }
  }
}
