import CellEvents
import Diagnostics
import NotebookFormat

/// Checks of a notebook all that this module needs of it, without a run.
public struct ReportChecker {
  private let typesetter: MathTypesetter
  private let highlighter: SwiftHighlighter

  /// A checker that sets the formulas and colours the code as the writer will, which then finds both done.
  public init(typesetter: MathTypesetter, highlighter: SwiftHighlighter = .init()) {
    self.typesetter = typesetter
    self.highlighter = highlighter
  }

  /// What is wrong with the notebook's formulas and pictures, in document order.
  ///
  /// - Parameters:
  ///   - notebook: The notebook.
  ///   - folder: Its folder; nil where it has none.
  public func diagnostics(for notebook: Notebook, folder: String?) -> [Diagnostic] {
    let body = BodyWriter(
      notebook, log: ExecutionLog(), pictures: ResourceFolder(folder), typesetter: typesetter,
      highlighter: highlighter)
    return typesetter.setting(formulasOf: "\(folder ?? "")/\(notebook.source.name)") {
      _ = (body.title(), body.subtitle())
      body.write(notebook.blocks)
      body.footnotes()
      return body.diagnostics
    }
  }
}
