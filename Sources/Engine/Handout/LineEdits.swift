import Diagnostics

/// Changes to a text, line by line; each line keeps its number until all are applied.
struct LineEdits {
  private let source: SourceText
  private var replacements: [Int: [String]] = [:]
  private var additions: [Int: [String]] = [:]

  /// No changes to a text yet.
  init(_ source: SourceText) {
    self.source = source
  }

  /// The line as it is by now; nil where it is removed.
  func line(_ number: Int) -> String? {
    guard let replaced = replacements[number] else { return source.line(number).map(String.init) }
    return replaced.count == 1 ? replaced[0] : nil
  }

  /// Whether the line is replaced or removed.
  func isChanged(_ number: Int) -> Bool { replacements[number] != nil }

  /// Puts other lines in the place of the given ones.
  mutating func replace(_ lines: ClosedRange<Int>, with new: [String]) {
    for number in lines { replacements[number] = [] }
    replacements[lines.lowerBound] = new
  }

  /// Adds a line behind the one of the given number.
  mutating func add(_ line: String, after number: Int) {
    additions[number, default: []].append(line)
  }

  /// What is left of the text's own lines by now.
  var remainingText: String {
    source.lines.indices.compactMap { line($0 + 1) }.joined(separator: "\n")
  }

  /// The text with all changes, its lines ended by line feeds.
  var text: String {
    var result: [String] = additions[0] ?? []
    var lines = source.lines
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      result += replacements[index + 1] ?? [String(line)]
      result += additions[index + 1] ?? []
    }
    return result.map { $0 + "\n" }.joined()
  }
}
