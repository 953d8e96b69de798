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
  /// Space for an answer whose value the reader is to find: its name and its shape, `[]` for one value.
  case blank(name: String, shape: [Int])
  /// What stood here depends on a solution and is left out of this document.
  case withheld
  /// The error that ended the cell, as it is told to the reader.
  case failure(String)
}
