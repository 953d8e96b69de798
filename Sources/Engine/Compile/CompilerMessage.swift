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
  static func messages(in output: String) -> [CompilerMessage] {
    var messages: [CompilerMessage] = []
    for line in output.split(separator: "\n") {
      guard let message = CompilerMessage(line: line) else { continue }
      if message.severity == .note && !messages.isEmpty {
        messages[messages.count - 1].notes.append(message)
      } else if !messages.contains(message) {
        messages.append(message)
      }
    }
    return messages
  }

  private init?(line: Substring) {
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      guard let range = line.firstRange(of: ": \(severity.rawValue): ") else { continue }
      let place = line[..<range.lowerBound].split(separator: ":")
      guard place.count >= 3, let column = Int(place[place.count - 1]),
        let number = Int(place[place.count - 2])
      else { return nil }
      self.severity = severity
      text = String(line[range.upperBound...].withoutGroup)
      file = place.dropLast(2).joined(separator: ":")
      position = SourcePosition(line: number, column: column)
      return
    }
    return nil
  }
}

extension Substring {
  /// The message without the name of its group, ` [#no-usage]`, which is for the compiler's options.
  fileprivate var withoutGroup: Substring {
    guard hasSuffix("]"), let start = ranges(of: " [#").last?.lowerBound else { return self }
    return self[..<start]
  }
}
