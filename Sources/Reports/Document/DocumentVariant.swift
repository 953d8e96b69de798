/// What a document is for.
public enum DocumentVariant: String, CaseIterable, Codable, Sendable {
  /// To read: solutions unfold.
  case report
  /// To correct by: all solutions and answers are open.
  case key
  /// To fill in: no solutions.
  case handout
}
