import Diagnostics

/// Reads notebooks.
public struct NotebookReader {
  /// A reader.
  public init() {}

  /// The notebook in the given text.
  ///
  /// - Throws: `NotebookErrors` with everything found wrong, in document order.
  public func read(_ source: SourceText) throws -> Notebook {
    Notebook(
      source: source, frontMatter: FrontMatter(), blocks: [], footnotes: [], cells: [],
      inlineValues: [], targets: [:], warnings: [])
  }
}

/// Everything that was found wrong with a notebook.
public struct NotebookErrors: Error {
  /// The errors and warnings in document order; at least one is an error.
  public var diagnostics: [Diagnostic]

  /// The given errors.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
