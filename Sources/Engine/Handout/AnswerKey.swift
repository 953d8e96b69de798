import CellEvents
import NotebookFormat

/// A notebook and its log as an answer key shows them: all, also the answers that cells record unseen.
public struct AnswerKey: Sendable {
  /// The notebook.
  public let notebook: Notebook
  /// What its cells show.
  public let log: ExecutionLog

  /// The key of a notebook.
  public init(of notebook: Notebook, log: ExecutionLog) {
    var notebook = notebook
    var log = log
    let exercises = notebook.exercises
    notebook.changeCells { cell in
      guard cell.options.include == false || cell.options.output == false else { return }
      let answers = (log.outputs[cell.index] ?? []).filter(\.isAnswer)
      guard !answers.isEmpty else { return }
      log.outputs[cell.index] = answers
      cell.options.output = nil
      if cell.options.include == false {
        cell.options.include = nil
        cell.options.echo = false
        // Between two paragraphs of the text nobody looks for numbers.
        if !exercises.contains(where: { $0.contains(cell.position.line) }) {
          cell.options.codeFold = true
        }
      }
    }
    self.notebook = notebook
    self.log = log
  }
}

extension Notebook {
  /// The lines of the exercises.
  fileprivate var exercises: [ClosedRange<Int>] {
    func exercises(in blocks: [Block]) -> [ClosedRange<Int>] {
      blocks.flatMap { block -> [ClosedRange<Int>] in
        guard case .container(let container) = block,
          [.exercise, .solution].contains(container.kind)
        else { return exercises(in: block.children) }
        let first = container.position.line
        return [first...max(first, container.endLine)]
      }
    }
    return exercises(in: blocks)
  }

  /// The notebook's text with the seed and the parameters that it has now.
  public var sourceText: String {
    var edits = LineEdits(source)
    edits.setFrontMatter(of: self)
    return edits.text
  }
}
