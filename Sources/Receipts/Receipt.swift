import CellEvents
import NotebookFormat
import Platform

/// What a document says of the run that it comes from, so that whoever has the notebook can repeat the
/// run and compare.
///
/// # The digests
///
/// Each is SHA-256 in hexadecimal digits. That of the source is over the notebook's bytes; of a handout,
/// over the student's notebook. That of an answer is over `4:name…`: its name and its value as JSON in
/// full precision, each behind its length in bytes and a colon.
///
/// In a handout a plain digest would tell a student whether a guess is right. There the notebook's
/// `salt:` comes before the name, and without a salt an answer is listed by its name alone.
public struct Receipt: Hashable, Sendable {
  /// A recorded answer.
  public struct Answer: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The digest of name and value; nil where it is sealed.
    public var digest: String?
  }

  /// A parameter of the run.
  public struct Parameter: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value as text.
    public var value: String
  }

  /// The file name of the notebook.
  public var notebook: String
  /// The digest of the notebook's text.
  public var source: String
  /// What the document is for: `report`, `key` or `handout`.
  public var variant: String
  /// The paper it is laid out for.
  public var paper: String
  /// For whom the document is, where it is one student's.
  public var recipient: String?
  /// The seed.
  public var seed: UInt64
  /// The parameters in the order of the front matter.
  public var parameters: [Parameter]
  /// Whether cells could fail without ending the run.
  public var allowsErrors: Bool
  /// The version of nbrun, and so of the core.
  public var program: String
  /// The version of the Swift compiler.
  public var compiler: String
  /// The recorded answers in the order of recording.
  public var answers: [Answer]

  /// The receipt of a document.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they were in the run.
  ///   - source: The notebook's text as the document's readers may have it.
  ///   - answers: What was recorded.
  ///   - seal: How the answers are listed.
  public init(
    of notebook: Notebook, source: String, variant: String, paper: String, recipient: String?,
    allowsErrors: Bool, program: String, compiler: String, answers: [ExecutionLog.Answer],
    seal: Seal
  ) {
    self.notebook = notebook.source.name
    self.source = SHA256.hex(of: source)
    self.variant = variant
    self.paper = paper
    self.recipient = recipient
    seed = notebook.frontMatter.seed
    parameters = notebook.frontMatter.parameters.map {
      Parameter(name: $0.name, value: $0.value.text)
    }
    self.allowsErrors = allowsErrors
    self.program = program
    self.compiler = compiler
    self.answers = answers.map { Answer(name: $0.name, digest: seal.digest(of: $0)) }
  }

  init(notebook: String, source: String, program: String, compiler: String) {
    self.notebook = notebook
    self.source = source
    self.program = program
    self.compiler = compiler
    variant = "report"
    paper = "a4"
    seed = 0
    parameters = []
    allowsErrors = false
    answers = []
  }
}

/// How a receipt lists answers.
public enum Seal: Hashable, Sendable {
  /// With the digest of name and value, for those who may know the value.
  case open
  /// With a digest that nobody can repeat without the salt; without a salt, by name alone.
  case sealed(salt: String?)

  func digest(of answer: ExecutionLog.Answer) -> String? {
    switch self {
    case .open: SHA256.hex(ofParts: [answer.name, answer.json])
    case .sealed(let salt?): SHA256.hex(ofParts: [salt, answer.name, answer.json])
    case .sealed(nil): nil
    }
  }
}
