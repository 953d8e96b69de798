/// A text with the name under which messages speak of it, and its lines.
public struct SourceText: Sendable {
  /// The name that stands before the line number in a message, such as `lesson.nb`.
  public let name: String
  /// The whole text.
  public let text: String
  /// The lines without their line endings; the first is `lines[0]`.
  public let lines: [Substring]

  /// A text with its name.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
    lines = text.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\r\n" || $0 == "\r"
    }
  }

  /// The line with the given number, counted from 1, or nil where the text has no such line.
  public func line(_ number: Int) -> Substring? {
    lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }
}
