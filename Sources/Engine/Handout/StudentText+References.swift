import NotebookFormat

extension StudentText {
  /// Replaces references to what stood in a solution.
  mutating func removeReferences() {
    let defined = edits.remainingText.definedLabels
    let lost = notebook.targets.keys.filter { !defined.contains($0) }.sorted {
      $0.utf8.count > $1.utf8.count
    }
    guard !lost.isEmpty else { return }
    let word =
      notebook.frontMatter.language.lowercased().hasPrefix("de") ? "die Lösung" : "the solution"
    for number in notebook.source.lines.indices.map({ $0 + 1 }) {
      guard var line = edits.line(number), line.contains("@") else { continue }
      for label in lost { line = line.replacingReference(to: label, with: word) }
      if line != edits.line(number) { edits.replace(number...number, with: [line]) }
    }
  }
}

extension String {
  /// The labels that something in the text has: `{#label}`, or the option `label:` of a cell.
  fileprivate var definedLabels: Set<String> {
    func label(_ bytes: Substring.UTF8View) -> String {
      let rest = bytes.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") }
      return String(
        Substring(
          rest.prefix { byte in
            byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
              || Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
          }))
    }
    var labels: Set<String> = []
    for line in split(separator: "\n") {
      var rest = line.utf8
      while let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
        rest = rest[rest.index(after: mark)...]
        labels.insert(label(rest))
      }
      if line.utf8.contains(UInt8(ascii: "|")), let option = line.utf8.firstRange(of: "label:".utf8)
      {
        labels.insert(label(line.utf8[option.upperBound...]))
      }
    }
    return labels
  }

  /// The text with other words for `@label`.
  fileprivate func replacingReference(to label: String, with word: String) -> String {
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: "@\(label)") {
      let after = rest[found.upperBound...]
      let ends = after.first.map { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") } ?? true
      let isWord = rest[..<found.lowerBound].last.map { $0.isLetter || $0.isNumber } ?? false
      result += rest[..<found.lowerBound] + (ends && !isWord ? word : "@\(label)")
      rest = after
    }
    return result + rest
  }
}
