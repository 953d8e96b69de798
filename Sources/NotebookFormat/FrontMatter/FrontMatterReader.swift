import Diagnostics

/// Reads the YAML between the `---` lines at the top of a notebook.
struct FrontMatterReader {
  /// What was read.
  private(set) var frontMatter = FrontMatter()
  /// What was found wrong.
  private(set) var diagnostics: [Diagnostic] = []
  /// The number of lines that it takes, with both `---` lines.
  private(set) var lineCount = 0

  init(_ source: SourceText) {
    guard source.lines.first.map({ $0.trimmingTrailingSpaces() == "---" }) == true else { return }
    let end = source.lines.dropFirst().firstIndex {
      ["---", "..."].contains($0.trimmingTrailingSpaces())
    }
    guard let end else {
      lineCount = source.lines.count
      diagnostics = [
        Diagnostic(
          .error, "the front matter has no end", file: source.name, at: SourcePosition(line: 1),
          help: "Close it with a line '---'.")
      ]
      return
    }
    lineCount = end + 1
    frontMatter.position = SourcePosition(line: 1)
    let yaml = source.lines[1..<end].joined(separator: "\n")
    do {
      let parser = YAMLParser(yaml) { SourcePosition(line: $0.line + 1, column: $0.column) }
      var reader = OptionReader(noun: "front matter key", file: source.name, unknown: .warning)
      reader.read(try parser.parse(), into: &frontMatter, fields: FrontMatter.fields)
      diagnostics = reader.diagnostics
    } catch let error as YAMLError {
      diagnostics = [
        Diagnostic(
          .error, "the front matter is not valid YAML: \(error.message)", file: source.name,
          at: error.position)
      ]
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

extension Substring {
  /// The text without spaces and tabs at its end.
  func trimmingTrailingSpaces() -> Substring {
    var text = self
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
