import CellEvents
import Diagnostics
import NotebookFormat

extension StudentText {
  /// The solutions among blocks, the outermost ones.
  static func solutions(in blocks: [Block]) -> [Container] {
    blocks.flatMap { block -> [Container] in
      if case .container(let container) = block, container.kind == .solution { return [container] }
      return solutions(in: block.children)
    }
  }

  /// The first shown cell of each solution that is code to write: of an exercise with no answer recorded,
  /// no space for words and no code to complete.
  static func codeToWrite(in blocks: [Block], log: ExecutionLog) -> Set<Int> {
    var result: Set<Int> = []
    for exercise in blocks.flatMap(\.withDescendants).compactMap({ $0.container(.exercise) }) {
      let parts = exercise.content.flatMap(\.withDescendants)
      let isAnswered = parts.contains { part in
        switch part {
        case .answerSpace: true
        case .cell(let cell):
          !cell.solutionLines.isEmpty || (log.outputs[cell.index] ?? []).contains(where: \.isAnswer)
        default: false
        }
      }
      guard !isAnswered else { continue }
      for solution in parts.compactMap({ $0.container(.solution) }) {
        let cells = solution.content.flatMap(\.withDescendants).compactMap(\.cell)
        let first = cells.first { $0.options.echo != false && $0.options.include != false }
        if let first { result.insert(first.index) }
      }
    }
    return result
  }

  /// Removes a solution; where it recorded answers, or is code to write, a cell asks for it in its place.
  ///
  /// - Parameter placeholders: The answers that such a cell stands for, by the solution's first cell.
  mutating func remove(
    _ solution: Container, toWrite: Set<Int>, _ placeholders: inout [Int: [ExecutionLog.Answer]]
  ) {
    let lines = solution.position.line...max(solution.position.line, solution.endLine)
    let cells = notebook.cells.filter { lines.contains($0.position.line) }
    let names = cells.flatMap { log.outputs[$0.index] ?? [] }.compactMap { output in
      if case .answer(let name, _) = output { name } else { nil }
    }
    let answers = log.answers.filter { names.contains($0.name) }
    let margin = margin(at: solution.position)
    var new: [String] = []
    if let first = cells.first,
      !answers.isEmpty || cells.contains(where: { toWrite.contains($0.index) })
    {
      placeholders[first.index] = answers
      new = ["```{swift}", Self.placeholder]
      new += answers.map { "// answer(\($0.name.quoted), …)" }
      new.append("```")
      new = new.enumerated().map { ($0 == 0 ? margin.first : margin.rest) + $1 }
    } else if margin.first != margin.rest {
      new = [margin.first]
    }
    edits.replace(lines, with: new)
  }

  /// What stands before a place on its line, and before what belongs to it on the lines below.
  func margin(at position: SourcePosition) -> (first: String, rest: String) {
    let line = notebook.source.line(position.line) ?? ""
    let first = String(decoding: line.utf8.prefix(position.column - 1), as: UTF8.self)
    return (first, String(first.map { $0 == ">" || $0 == "\t" ? $0 : " " }))
  }
}

extension Block {
  /// The block and all that stands in it, in document order.
  fileprivate var withDescendants: [Block] { [self] + children.flatMap(\.withDescendants) }

  fileprivate var cell: Cell? {
    if case .cell(let cell) = self { cell } else { nil }
  }

  fileprivate func container(_ kind: Container.Kind) -> Container? {
    if case .container(let container) = self, container.kind == kind { container } else { nil }
  }
}

extension CellOutput {
  /// Whether it is a recorded answer.
  var isAnswer: Bool {
    if case .answer = self { true } else { false }
  }
}

extension String {
  /// The text as a literal of Swift.
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
