import Diagnostics
import NotebookFormat

extension LineEdits {
  /// Writes a notebook's seed and parameters into its front matter where they differ from what is
  /// written there.
  mutating func setFrontMatter(of notebook: Notebook) {
    guard let written = try? NotebookReader().read(notebook.source).frontMatter else { return }
    let front = notebook.frontMatter
    var changes = zip(front.parameters, written.parameters)
      .filter { $0.value != $1.value }
      .map { (range: $1.valueRange, text: $0.value.yaml) }
    if front.seed != written.seed {
      if let range = written.seedRange {
        changes.append((range, "\(front.seed)"))
      } else if front.position == nil {
        for line in ["---", "seed: \(front.seed)", "---", ""] { add(line, after: 0) }
      } else {
        add("seed: \(front.seed)", after: 1)
      }
    }
    // From the end, so that what stands before keeps its column.
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      replace(change.range, with: change.text)
    }
  }

  /// Puts a text in the place of what stands between two places.
  private mutating func replace(_ range: Range<SourcePosition>, with text: String) {
    let (start, end) = (range.lowerBound, range.upperBound)
    let head = (line(start.line) ?? "").utf8.prefix(start.column - 1)
    // A block of text ends where the next line begins.
    let isBlock = end.line > start.line && end.column == 1
    let last = isBlock ? end.line - 1 : end.line
    let tail = isBlock ? "" : String((line(last) ?? "").utf8.dropFirst(end.column - 1)) ?? ""
    replace(start.line...last, with: [(String(head) ?? "") + text + tail])
  }
}

extension ParameterValue {
  /// The value as it stands in the front matter, so that its type stays.
  fileprivate var yaml: String {
    switch self {
    case .integer(let value): return "\(value)"
    case .number(let value):
      let text = "\(value)"
      return text.contains("e") && !text.contains(".") ? text.replacing("e", with: ".0e") : text
    case .boolean(let value): return "\(value)"
    case .text(let value):
      let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(escaped.replacing("\n", with: "\\n"))\""
    }
  }
}
