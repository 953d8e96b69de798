/// One message from the running cells to the runner.
public enum CellEvent: Hashable, Sendable {
  /// The cell with this index begins.
  case started(cell: Int)
  /// The cell with this index has ended.
  case ended(cell: Int)
  /// A value is displayed.
  case display(MIMEBundle)
  /// An answer is recorded and displayed.
  case answer(name: String, json: String, tolerance: Double?, MIMEBundle)
  /// A wrong value that an answer often has, and what was done to get it.
  case mistake(answer: String, words: String, json: String)
  /// An inline value is known.
  case inlineValue(index: Int, text: String)
  /// The style sheet that figures share.
  case figureStyle(String)
  /// How far a long cell has come, for a reader at a terminal.
  case progress(String)
  /// Why what the running cell brings forth is not kept for later runs.
  case notKept(reason: String)
  /// All cells have ended.
  case finished
  /// The program ended before its end: why, and its addresses on the stack, then and at the latest
  /// `throw`.
  case broken(reason: String, addresses: String, throwAddresses: String)
}

/// An event together with how much the cells had printed before it.
public struct StampedEvent: Hashable, Sendable {
  /// The event.
  public var event: CellEvent
  /// The bytes written to standard output before it.
  public var printed: Int
  /// The bytes written to standard error before it.
  public var printedErrors: Int

  /// An event with the amounts printed before it.
  public init(_ event: CellEvent, printed: Int, printedErrors: Int) {
    self.event = event
    self.printed = printed
    self.printedErrors = printedErrors
  }
}
