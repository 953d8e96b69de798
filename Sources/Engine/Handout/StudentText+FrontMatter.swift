import NotebookFormat

extension StudentText {
  /// Writes the seed and the parameters of this run into the front matter and takes out comments and the
  /// salt.
  mutating func editFrontMatter() {
    edits.setFrontMatter(of: notebook)
    let count = notebook.source.frontMatterLineCount
    guard count > 0 else { return }
    let lines = 1...count
    for number in lines {
      guard let line = edits.line(number), let mark = line.firstRange(of: "#") else { continue }
      let before = line[..<mark.lowerBound]
      if before.allSatisfy(\.isWhitespace) {
        edits.replace(number...number, with: [])
      } else if before.last?.isWhitespace == true, !before.contains(where: { "\"'".contains($0) }) {
        let end = before.lastIndex { !$0.isWhitespace } ?? before.startIndex
        edits.replace(number...number, with: [String(before[...end])])
      }
    }
    guard let salt = lines.first(where: { edits.line($0)?.hasPrefix("salt:") == true }) else {
      return
    }
    let more = (salt + 1...lines.upperBound + 1).prefix {
      edits.line($0)?.first?.isWhitespace == true
    }
    edits.replace(salt...(more.last ?? salt), with: [])
  }
}
