/// All that one run of a notebook's cells brought forth: the one source of every document format.
public struct ExecutionLog: Hashable, Codable, Sendable {
  /// A recorded answer.
  public struct Answer: Hashable, Codable, Sendable {
    /// The name under which it was recorded.
    public var name: String
    /// The value in full precision, as JSON: a number, a string or nested lists.
    public var json: String
    /// How far another value may be away and still be right, relative to the larger of 1 and the
    /// value; nil where nothing was said.
    public var tolerance: Double?
    /// The index of the cell that recorded it.
    public var cell: Int?

    /// A recorded answer.
    public init(name: String, json: String, tolerance: Double? = nil, cell: Int? = nil) {
      self.name = name
      self.json = json
      self.tolerance = tolerance
      self.cell = cell
    }
  }

  /// A wrong value that an answer often has.
  public struct Mistake: Hashable, Codable, Sendable {
    /// The answer's name.
    public var answer: String
    /// What was done to get the value, for the student.
    public var words: String
    /// The value as JSON.
    public var json: String

    /// A common mistake.
    public init(answer: String, words: String, json: String) {
      self.answer = answer
      self.words = words
      self.json = json
    }
  }

  /// The outputs of each cell, by the cell's index in the notebook.
  public var outputs: [Int: [CellOutput]] = [:]
  /// The text of each inline value, by its index in the notebook.
  public var inlineValues: [Int: String] = [:]
  /// The recorded answers, in the order in which they were recorded.
  public var answers: [Answer] = []
  /// The common mistakes that the cells told, in order.
  public var mistakes: [Mistake] = []
  /// The style sheet that the displayed figures share.
  public var figureStyle: String = ""

  /// An empty log.
  public init() {}
}
