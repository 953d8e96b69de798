import Diagnostics
import NotebookFormat

/// How a notebook is to be run.
public struct RunOptions: Sendable {
  /// The seed, or nil for the notebook's own.
  public var seed: UInt64?
  /// Values of parameters that replace the notebook's defaults, as text.
  public var parameters: [(name: String, text: String)] = []
  /// Whether every cell's error is shown in its place instead of ending the run.
  public var allowErrors = false
  /// Whether results and programs of earlier runs may be taken.
  public var usesCache = true
  /// Whether results may be taken from the cache and are kept there; programs are in any case, where
  /// `usesCache` is set.
  public var keepsResults = true
  /// What the cells may use.
  public var limits = RunLimits()
  /// The folder in which the cells run: the notebook's own.
  public var folder = "."
  /// Variables that reach the cells, such as `NBRUN_DATA`.
  public var environment: [String] = []

  /// What the cells are confined by where nobody vouches for them; nil for a notebook of one's own.
  public var confinement: Confinement?

  /// The defaults.
  public init() {}

  /// The notebook with its seed and parameters replaced as these options say.
  ///
  /// - Throws: `ParameterError` where a parameter is unknown or its value of another type.
  public func applied(to notebook: Notebook) throws -> Notebook {
    var notebook = notebook
    if let seed { notebook.frontMatter.seed = seed }
    for (name, text) in parameters {
      let known = notebook.frontMatter.parameters
      if name == "seed" {
        guard let seed = UInt64(text), seed <= UInt64(Int.max) else {
          throw ParameterError(
            "parameter 'seed' takes a whole number from 0, and was given '\(text)'")
        }
        notebook.frontMatter.seed = seed
        continue
      }
      guard let index = known.firstIndex(where: { $0.name == name }) else {
        let names = ["seed"] + known.map(\.name)
        let near = suggestion(for: name, among: names)
        let list = names.map { "'\($0)'" }.joined(separator: ", ")
        throw ParameterError(
          "the notebook has no parameter '\(name)'. \(near ?? "It has \(list).")")
      }
      guard let value = known[index].value.parsed(text) else {
        throw ParameterError(
          "parameter '\(name)' takes \(known[index].value.expectation), and was given '\(text)'")
      }
      notebook.frontMatter.parameters[index].value = value
    }
    return notebook
  }
}

/// A parameter on the command line that does not fit the notebook.
public struct ParameterError: Error, Hashable, CustomStringConvertible, Sendable {
  /// What is wrong.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension ParameterValue {
  /// A value of this value's type from text, or nil where the text is none.
  fileprivate func parsed(_ text: String) -> ParameterValue? {
    switch self {
    case .integer: Int(text).map(ParameterValue.integer)
    case .number: Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: Bool(text).map(ParameterValue.boolean)
    case .text: .text(text)
    }
  }

  fileprivate var expectation: String {
    switch self {
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "'true' or 'false'"
    case .text: "text"
    }
  }
}
