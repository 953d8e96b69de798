/// One message about a notebook: what is wrong, where, and what to do about it.
public struct Diagnostic: Error, Hashable, Codable, Sendable {
  /// How grave a message is.
  public enum Severity: String, Codable, Sendable {
    /// The run fails.
    case error
    /// The run goes on.
    case warning
    /// Adds to the message before it.
    case note
  }

  /// How grave it is.
  public var severity: Severity
  /// What is wrong: a sentence without a full stop, names in single quotes.
  public var message: String
  /// The name of the file, or nil where no file is concerned.
  public var file: String?
  /// The place in the file.
  public var position: SourcePosition?
  /// What to do about it.
  public var help: String?
  /// Messages that add to this one, each with its own place.
  public var notes: [Diagnostic]

  /// A message.
  public init(
    _ severity: Severity = .error, _ message: String, file: String? = nil,
    at position: SourcePosition? = nil, help: String? = nil, notes: [Diagnostic] = []
  ) {
    self.severity = severity
    self.message = message
    self.file = file
    self.position = position
    self.help = help
    self.notes = notes
  }
}
