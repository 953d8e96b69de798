import Diagnostics

/// A message of the Swift compiler, with the notes that belong to it.
struct CompilerMessage: Hashable, Sendable {
  /// How grave it is.
  var severity: Diagnostic.Severity
  /// What it says.
  var text: String
  /// The file it names.
  var file: String
  /// Where in the file.
  var position: SourcePosition
  /// Notes, each with its own place.
  var notes: [CompilerMessage] = []

  /// A message with its parts.
  init(
    severity: Diagnostic.Severity, text: String, file: String, position: SourcePosition,
    notes: [CompilerMessage] = []
  ) {
    self.severity = severity
    self.text = text
    self.file = file
    self.position = position
    self.notes = notes
  }

  /// The messages in what the compiler printed: lines of `file:line:column: severity: text`.
  ///
  /// - Parameter files: The names of the files that were compiled. Among the messages stand lines of the
  ///   source, which may hold anything.
  static func messages(in output: String, about files: [String]) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in output.split(separator: "\n") {
      guard let message = CompilerMessage(line: line, files: files) else { continue }
      if message.severity == .note && !messages.isEmpty {
        messages[messages.count - 1].notes.append(message)
      } else if !messages.contains(message) {
        messages.append(message)
      }
    }
    return messages
  }

  private init?(line: Substring, files: [String]) {
    for file in files where line.hasPrefix("\(file):") {
      let parts = line.dropFirst(file.count + 1).split(
        separator: ":", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, let number = Int(parts[0]), let column = Int(parts[1]),
        let severity = Diagnostic.Severity(rawValue: String(parts[2].dropFirst()))
      else { continue }
      self.init(
        severity: severity, text: String(parts[3].dropFirst().withoutGroup), file: file,
        position: SourcePosition(line: number, column: column))
      return
    }
    return nil
  }
}

extension [CompilerMessage] {
  /// The messages as they follow each other in a file; what stands elsewhere comes last.
  func inOrder(of file: String) -> [CompilerMessage] {
    sorted { $0.diagnostic.standsBefore($1.diagnostic, in: file) }
  }
}

extension Diagnostic {
  /// Whether it stands before another one in a file; what stands elsewhere comes last.
  func standsBefore(_ other: Diagnostic, in file: String) -> Bool {
    guard self.file == file, let position else { return false }
    guard other.file == file, let otherPosition = other.position else { return true }
    return position < otherPosition
  }
}

extension Substring {
  /// The message without the name of its group, ` [#no-usage]`, which is for the compiler's options.
  fileprivate var withoutGroup: Substring {
    guard hasSuffix("]"), let start = ranges(of: " [#").last?.lowerBound else { return self }
    return self[..<start]
  }
}
