import CellEvents
import Diagnostics
import NotebookFormat

/// The text of a student's notebook: what the given one is without its solutions.
///
/// A `.solution` block gives way to a cell that asks for its answers or its code, the code between the marks of a
/// solution to the line `// your code here`, a tainted value in a sentence to a blank. Footnotes that only
/// solutions speak of, references into solutions, and comments go as well.
struct StudentText {
  /// The line that stands for a solution's code.
  static let placeholder = "// your code here"

  /// Where a cell of the student's notebook comes from.
  enum Origin {
    /// A cell of the notebook.
    case cell(Int)
    /// A solution that recorded these answers; none where it is code to write.
    case solution([ExecutionLog.Answer])
  }

  /// The text.
  var text: String { edits.text }
  /// Where its cells come from, in document order.
  private(set) var origins: [Origin] = []
  /// The inline values that are left, by their index in the notebook, in document order.
  private(set) var inlineValues: [Int] = []

  let notebook: Notebook
  let taint: SolutionTaint
  let log: ExecutionLog
  var edits: LineEdits

  /// The student's text.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they are to be.
  ///   - taint: What of it depends on solutions.
  ///   - log: What its cells brought forth.
  /// - Throws: A `Diagnostic` where something cannot be taken out.
  init(_ notebook: Notebook, taint: SolutionTaint, log: ExecutionLog) throws {
    self.notebook = notebook
    self.taint = taint
    self.log = log
    edits = LineEdits(notebook.source)
    editFrontMatter()
    let solutions = Self.solutions(in: notebook.blocks + notebook.footnotes.flatMap(\.blocks))
    var placeholders: [Int: [ExecutionLog.Answer]] = [:]
    let toWrite = Self.codeToWrite(in: notebook.blocks, log: log)
    for solution in solutions { remove(solution, toWrite: toWrite, &placeholders) }
    // A footnote that is removed may have been the last to refer to another.
    for _ in notebook.footnotes { removeFootnotes(of: solutions) }
    removeLinkDefinitions()
    for cell in notebook.cells {
      if let answers = placeholders[cell.index] { origins.append(.solution(answers)) }
      guard !edits.isChanged(cell.position.line) else { continue }
      origins.append(.cell(cell.index))
      try edit(cell)
    }
    for value in notebook.inlineValues where !edits.isChanged(value.position.line) {
      if !taint.inlineValues.contains(value.index) { inlineValues.append(value.index) }
    }
    // From the end, so that what stands before keeps its column.
    for value in notebook.inlineValues.reversed() where taint.inlineValues.contains(value.index) {
      blank(value)
    }
    removeReferences()
    removeComments()
  }
}
