import NotebookFormat

extension StudentText {
  /// Removes the footnotes that only solutions refer to, and the references to those in solutions.
  mutating func removeFootnotes(of solutions: [Container]) {
    guard !notebook.footnotes.isEmpty else { return }
    var inText = edits.remainingText
    for footnote in notebook.footnotes {
      let mark = "[^\(footnote.name)]"
      let isReferred = inText.replacing("\(mark):", with: "").contains(mark)
      let isDefined = inText.contains("\(mark):")
      if isReferred && isDefined { continue }
      for number in notebook.source.lines.indices.map({ $0 + 1 }) {
        guard let line = edits.line(number) else { continue }
        if line.drop(while: { $0 == " " || $0 == ">" }).hasPrefix("\(mark):") {
          edits.replace(number...lastLine(ofFootnoteAt: number), with: [])
        } else if line.contains(mark) {
          edits.replace(number...number, with: [line.replacing(mark, with: "")])
        }
      }
      inText = edits.remainingText
    }
  }

  /// Removes the addresses of links, `[name]: https://…`, that only solutions refer to.
  mutating func removeLinkDefinitions() {
    let text = edits.remainingText.lowercased()
    for number in notebook.source.lines.indices.map({ $0 + 1 }) {
      guard let line = edits.line(number), let end = line.firstRange(of: "]:"),
        line.prefix(4).drop(while: { $0 == " " }).hasPrefix("["), !line.contains("[^")
      else { continue }
      let mark = line[..<end.lowerBound].drop { $0 == " " }.lowercased() + "]"
      if text.ranges(of: mark).count == 1 { edits.replace(number...number, with: []) }
    }
  }

  private func lastLine(ofFootnoteAt number: Int) -> Int {
    var last = number
    var next = number + 1
    var isAfterBlank = false
    while let line = notebook.source.line(next) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if !isBlank {
        let isIndented = line.hasPrefix("    ") || line.hasPrefix("\t")
        if (isAfterBlank && !isIndented) || line.hasPrefix("[^") { break }
        last = next
      }
      isAfterBlank = isBlank
      next += 1
    }
    return last
  }
}
