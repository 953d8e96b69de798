/// Something a cell brought forth, in the order in which it did.
public enum CellOutput: Hashable, Codable, Sendable {
  /// What it printed to standard output.
  case printed(String)
  /// What it printed to standard error.
  case printedError(String)
  /// A displayed value.
  case display(MIMEBundle)
  /// A recorded answer: its name and the value displayed.
  case answer(name: String, MIMEBundle)
  /// The error that ended the cell, as it is told to the reader.
  case failure(String)
}
