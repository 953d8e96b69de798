import Diagnostics
import MarkdownTree
internal import SwiftCode

extension DocumentBuilder {
  /// A code block: a cell, space for an answer, or code that is shown.
  mutating func codeBlock(
    _ node: MarkdownNode, info: String, code: String, fence: MarkdownNode.Fence
  ) -> Block? {
    if fence == .none { return .codeBlock(language: nil, code: code) }
    let place = position(of: node)
    let marks = fenceMarks(at: place)
    if fence == .unclosed {
      report(
        "the code block that begins with '\(marks)\(info)' has no end", at: place,
        help: "Close it with a line '\(marks)'.")
      return nil
    }
    switch FenceInfo(info) {
    case .shown(let language): return .codeBlock(language: language, code: code)
    case .attributed(let attributes):
      if let label = attributes.label {
        report(
          "code that is only shown cannot have the label '\(label)'", at: place,
          help: "Give the label to a cell, '```{swift #\(label)}', or to a heading.")
      }
      return .codeBlock(language: attributes.classes.first, code: code)
    case .fenceShown(let inner):
      return .codeBlock(language: "markdown", code: "\(marks)\(inner)\n\(code)\(marks)\n")
    case .directive("swift", let attributes):
      return .cell(cell(node, code: code, attributes: attributes, at: place))
    case .directive("answer", let attributes):
      return .answerSpace(answerSpace(node, code: code, attributes: attributes, at: place))
    case .directive(let name, _):
      let suggestion = trailingSuggestion(for: "{\(name)}", among: ["{swift}", "{answer}"])
      report(
        "unknown directive '{\(name)}'\(suggestion)", at: place,
        help: "Cells are '{swift}' or '{answer}'; code that is only shown has no braces.")
      return nil
    case .unreadable:
      report(
        "the directive '\(info)' cannot be read", at: place,
        help: "Write '{swift}', and options on lines '//| key: value' below.")
      return nil
    }
  }

  /// The backticks or tildes that open a code block.
  private func fenceMarks(at place: SourcePosition) -> String {
    let line = Array((source.line(place.line) ?? "").utf8)[...].dropFirst(place.column - 1)
    return line.prefix { $0 == line.first }.text
  }

  private mutating func cell(
    _ node: MarkdownNode, code: String, attributes: Substring, at place: SourcePosition
  ) -> Cell {
    var (options, places, lines) = readOptions(
      CellOptions(), fields: CellOptions.fields, attributes: attributes, node: node, code: code)
    options = options.filled(from: frontMatter.execute)
    let columns = lines.map(\.start.column)
    var cell = Cell(
      index: cells.count, code: lines.map(\.text).joined(separator: "\n"),
      codePosition: lines.first?.start ?? place, lineColumns: columns, position: place,
      options: options, isSolution: solutionDepth > 0)
    cell.solutionLines = solutionLines(lines)
    checkNesting(of: lines)
    checkEnd(lines, at: place)
    cell.endLine = body.line(node.end.line)
    if let label = options.label {
      define(cellLabel: label, at: places["label"] ?? place)
    }
    // What a caption refers to is known after the cell has run.
    cells.append(cell)
    let captionPlace = ["fig-cap", "tbl-cap", "lst-cap"].lazy.compactMap { places[$0] }.first
    cell.caption = options.figureCaption.map { inlines(ofText: $0, at: captionPlace ?? place) }
    cells[cell.index] = cell
    return cell
  }

  /// Takes a cell's label, which numbers figures, tables and listings.
  private mutating func define(cellLabel label: String, at place: SourcePosition) {
    switch Self.kind(of: label) {
    case .some(let kind) where [.figure, .table, .listing].contains(kind):
      define(label, kind, number: labels.nextNumber(kind), of: "a cell", at: place)
    default: defineName(label, of: "a cell", at: place)
    }
  }

  private mutating func answerSpace(
    _ node: MarkdownNode, code: String, attributes: Substring, at place: SourcePosition
  ) -> AnswerSpace {
    let (space, _, lines) = readOptions(
      AnswerSpace(lines: 3, prompt: ""), fields: AnswerSpace.fields, attributes: attributes,
      node: node, code: code)
    let prompt = lines.map(\.text).joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: true)
    return AnswerSpace(lines: space.lines, prompt: prompt.joined(separator: "\n"))
  }
}

// MARK: - Checks of a cell's code

extension DocumentBuilder {
  /// Reports code that would be too much work to read.
  mutating func reportNesting(at position: SourcePosition) {
    report(
      "the code is too long, or its brackets are nested too deep", at: position,
      help: "Give inner lists names of their own, or read long data from a file.")
  }

  private mutating func checkNesting(of lines: [CodeLine]) {
    let code = lines.map(\.text).joined(separator: "\n")
    guard let excess = CodeNesting(code).excess else { return }
    let before = code.utf8.prefix(excess)
    let number = before.count { $0 == 0x0A }
    let column = before.reversed().prefix { $0 != 0x0A }.count
    let start = lines[number].start
    reportNesting(at: SourcePosition(line: start.line, column: start.column + column))
  }

  /// Reports a cell that seems to go on into the next one.
  private mutating func checkEnd(_ lines: [CodeLine], at place: SourcePosition) {
    let marks = fenceMarks(at: place)
    let next = lines.first { line in
      let text = line.text.drop(while: { $0 == " " })
      return text.hasPrefix(marks + "{") && text.hasSuffix("}")
    }
    guard let next else { return }
    report(
      "the cell is not closed before another one begins on line \(next.start.line)", at: place,
      help:
        "End it with a line '\(marks)'; where the other is its text, begin and end it with more.")
  }
}

// MARK: - Lines of code

extension DocumentBuilder {
  /// A line of a code block with its place in the notebook.
  struct CodeLine {
    var text: Substring
    var start: SourcePosition
  }

  /// The lines of a code block; what its containers take off their fronts does not count.
  func codeLines(_ node: MarkdownNode, code: String) -> [CodeLine] {
    var lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.enumerated().map { offset, text in
      let number = body.line(node.start.line + 1 + offset)
      let original = source.line(number) ?? text
      // A tab that a container takes a part of comes back as blanks.
      let common = zip(original.utf8.reversed(), text.utf8.reversed()).prefix { $0 == $1 }.count
      let column = max(0, original.utf8.count - common) + 1
      return CodeLine(text: text, start: SourcePosition(line: number, column: column))
    }
  }

  /// The ranges of lines between `// BEGIN SOLUTION` and `// END SOLUTION`, which do not nest.
  private mutating func solutionLines(_ lines: [CodeLine]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var opened: Int?
    for (index, line) in lines.enumerated() {
      switch SolutionMarker(line.text) {
      case .begin:
        if opened != nil {
          report(
            "'// BEGIN SOLUTION' stands inside a solution", at: line.start,
            help: "End the one before it with a line '// END SOLUTION'.")
        }
        opened = index
      case .end:
        if let opened {
          ranges.append(opened..<index + 1)
        } else {
          report(
            "'// END SOLUTION' has no beginning", at: line.start,
            help: "Add a line '// BEGIN SOLUTION' before it.")
        }
        opened = nil
      case .mistyped(let meant):
        report(
          "is this line meant to be '// \(meant)'?", at: line.start, help: "Write it exactly so.")
      case nil: continue
      }
    }
    if let opened {
      report(
        "'// BEGIN SOLUTION' has no end", at: lines[opened].start,
        help: "Add a line '// END SOLUTION' after the solution.")
    }
    return ranges
  }
}
