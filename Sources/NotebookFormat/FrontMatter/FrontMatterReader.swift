import Diagnostics

/// Reads the YAML between the `---` lines at the top of a notebook.
struct FrontMatterReader {
  /// What was read.
  private(set) var frontMatter = FrontMatter()
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// The number of lines that it takes, with both `---` lines.
  private(set) var lineCount = 0

  /// Reads the front matter of a notebook, if it has any.
  init(_ source: SourceText) {
    guard source.beginsWithFrontMatter else { return }
    lineCount = source.frontMatterLineCount
    guard lineCount > 0 else {
      lineCount = source.lines.count
      report(
        "the front matter has no end", at: SourcePosition(line: 1), in: source,
        help: "Close it with a line '---'.")
      return
    }
    let end = lineCount - 1
    frontMatter.position = SourcePosition(line: 1)
    let parser = YAMLParser(source.lines[1..<end].joined(separator: "\n")) {
      SourcePosition(line: $0.line + 1, column: $0.column)
    }
    do {
      var reader = OptionReader(noun: "front matter key", file: source.name, unknown: .warning)
      reader.read(try parser.parse(), into: &frontMatter, fields: FrontMatter.fields)
      diagnostics = reader.diagnostics
    } catch {
      report(
        "the front matter is not valid YAML: \(error.message)", at: error.position, in: source,
        help: error.help)
    }
  }

  private mutating func report(
    _ message: String, at position: SourcePosition, in source: SourceText, help: String?
  ) {
    diagnostics.append(Diagnostic(.error, message, file: source.name, at: position, help: help))
  }
}
