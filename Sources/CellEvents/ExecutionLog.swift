/// All that one run of a notebook's cells brought forth: the one source of every document format.
public struct ExecutionLog: Hashable, Codable, Sendable {
  /// A recorded answer.
  public struct Answer: Hashable, Codable, Sendable {
    /// The name under which it was recorded.
    public var name: String
    /// The value in full precision, as JSON: a number, a string or nested lists.
    public var json: String

    /// A recorded answer.
    public init(name: String, json: String) {
      self.name = name
      self.json = json
    }
  }

  /// The outputs of each cell, by the cell's index in the notebook.
  public var outputs: [Int: [CellOutput]] = [:]
  /// The text of each inline value, by its index in the notebook.
  public var inlineValues: [Int: String] = [:]
  /// The recorded answers, in the order in which they were recorded.
  public var answers: [Answer] = []
  /// The style sheet that the displayed figures share.
  public var figureStyle: String = ""

  /// An empty log.
  public init() {}
}
