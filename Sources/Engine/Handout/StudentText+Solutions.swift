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

  /// Removes a solution; where it recorded answers, a cell asks for them in its place.
  ///
  /// - Parameter placeholders: The answers that such a cell stands for, by the solution's first cell.
  mutating func remove(
    _ solution: Container, _ placeholders: inout [Int: [ExecutionLog.Answer]]
  ) {
    let lines = solution.position.line...max(solution.position.line, solution.endLine)
    let cells = notebook.cells.filter { lines.contains($0.position.line) }
    let names = cells.flatMap { log.outputs[$0.index] ?? [] }.compactMap { output in
      if case .answer(let name, _) = output { name } else { nil }
    }
    let answers = log.answers.filter { names.contains($0.name) }
    let margin = margin(at: solution.position)
    var new: [String] = []
    if let first = cells.first, !answers.isEmpty {
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

extension String {
  /// The text as a literal of Swift.
  fileprivate var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
