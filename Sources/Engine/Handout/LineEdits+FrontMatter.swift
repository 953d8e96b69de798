import NotebookFormat

extension LineEdits {
  /// Writes a notebook's seed and parameters into its front matter where they differ from what is
  /// written there.
  mutating func setFrontMatter(of notebook: Notebook) {
    guard let written = try? NotebookReader().read(notebook.source).frontMatter else { return }
    let front = notebook.frontMatter
    for (parameter, old) in zip(front.parameters, written.parameters)
    where parameter.value != old.value {
      let line = parameter.position.line
      guard let text = self.line(line) else { continue }
      let margin = text.prefix { $0.isWhitespace }
      replace(line...line, with: ["\(margin)\(parameter.name): \(parameter.value.yaml)"])
    }
    guard front.seed != written.seed else { return }
    let count = notebook.source.frontMatterLineCount
    if count == 0 { return replaceNothing(with: ["---", "seed: \(front.seed)", "---", ""]) }
    for line in 2..<count where self.line(line)?.hasPrefix("seed:") == true {
      return replace(line...line, with: ["seed: \(front.seed)"])
    }
    add("seed: \(front.seed)", after: 1)
  }

  private mutating func replaceNothing(with lines: [String]) {
    for line in lines { add(line, after: 0) }
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
