import NotebookFormat

extension StudentText {
  /// Takes the solution's lines and what tells of mistakes out of a cell.
  mutating func edit(_ cell: Cell) throws {
    for lines in cell.solutionLines {
      let first = cell.codePosition.line + lines.lowerBound
      let line = notebook.source.line(first) ?? ""
      let margin = line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? ""
      edits.replace(
        first...(cell.codePosition.line + lines.upperBound - 1), with: [margin + Self.placeholder])
    }
    try removeMistakes(of: cell)
    if taint.cells.contains(cell.index), cell.options.error == nil {
      // The rest of the notebook shall run before this is filled in.
      edits.add(margin(at: cell.position).rest + "//| error: true", after: cell.position.line)
    }
  }

  /// Puts a blank in the place of a value; a caption's place is that of its option, so it is looked for.
  mutating func blank(_ value: InlineValue) {
    let expression = value.expression.split(separator: "\n", omittingEmptySubsequences: false)[0]
    let last = min(value.position.line + 20, notebook.source.lines.count)
    for number in value.position.line...last {
      guard let line = edits.line(number) else { continue }
      let starts = line.ranges(of: "`{swift}").filter { range in
        let rest = line[range.upperBound...].drop(while: \.isWhitespace)
        guard rest.hasPrefix(expression) else { return false }
        let next = rest.dropFirst(expression.count).first { !$0.isWhitespace }
        return next == nil || next == "`" || next == ","
      }
      guard let start = starts.last else { continue }
      let first = line[..<start.lowerBound].lastIndex { $0 != "`" }.map { line.index(after: $0) }
      let head = line[..<(first ?? line.startIndex)]
      let marks = String(line[(first ?? line.startIndex)...].prefix { $0 == "`" })
      if let end = line[start.upperBound...].firstRange(of: marks) {
        edits.replace(number...number, with: [head + Self.blankWord + line[end.upperBound...]])
        return
      }
      edits.replace(number...number, with: [head + Self.blankWord])
      return removeRest(of: marks, after: number)
    }
  }

  /// Removes what of a value stands on the lines below, up to the marks at its end.
  private mutating func removeRest(of marks: String, after number: Int) {
    var next = number + 1
    while let line = edits.line(next) {
      if let end = line.firstRange(of: marks) {
        edits.replace(next...next, with: [String(line[end.upperBound...])])
        return
      }
      edits.replace(next...next, with: [])
      next += 1
    }
  }

  /// What stands for a value that is left out.
  private static let blankWord = "\\_\\_\\_\\_\\_\\_\\_\\_"
}
