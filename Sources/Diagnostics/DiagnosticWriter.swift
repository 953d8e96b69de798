/// Writes diagnostics as compilers do: place, severity, message, the source line and a caret.
///
///     lesson.nb:14:5: error: unknown option 'fig-capt'. Did you mean 'fig-cap'?
///      14 | //| fig-capt: The kernel
///         |     ^
public struct DiagnosticWriter {
  private let sources: [String: SourceText]

  /// A writer that quotes lines from the given texts, found by their names.
  public init(quoting sources: [SourceText] = []) {
    self.sources = Dictionary(sources.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The message with its source line, its help and its notes; ends with a line feed.
  public func text(of diagnostic: Diagnostic) -> String {
    var text = place(of: diagnostic)
    text += "\(diagnostic.severity.rawValue): \(diagnostic.message)\n"
    text += excerpt(for: diagnostic)
    if let help = diagnostic.help { text += "  help: \(help)\n" }
    for note in diagnostic.notes { text += self.text(of: note) }
    return text
  }
}

extension DiagnosticWriter {
  private func place(of diagnostic: Diagnostic) -> String {
    guard let file = diagnostic.file else { return "nbrun: " }
    guard let position = diagnostic.position else { return "\(file): " }
    return "\(file):\(position.line):\(position.column): "
  }

  private func excerpt(for diagnostic: Diagnostic) -> String {
    guard let file = diagnostic.file, let position = diagnostic.position,
      let line = sources[file]?.line(position.line)
    else { return "" }
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    let before = String(decoding: line.utf8.prefix(position.column - 1), as: UTF8.self)
    // A caret far to the right would be broken by the terminal: only its surroundings are shown.
    let start = before.count > Self.longestLine ? before.count - Self.contextBefore : 0
    let ellipsis = start > 0 ? "…" : ""
    let shown = line.dropFirst(start).prefix(Self.longestLine + Self.contextBefore)
    let cut = shown.count < line.count - start ? "…" : ""
    let blank = String((ellipsis + before.dropFirst(start)).map { $0 == "\t" ? "\t" : " " })
    return " \(number) | \(ellipsis)\(shown)\(cut)\n \(gutter) | \(blank)^\n"
  }

  private static let longestLine = 100
  private static let contextBefore = 40
}
