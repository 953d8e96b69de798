import NotebookFormat

/// An exercise of a notebook with the cells that belong to it: its own, and those of the solutions up to
/// the next exercise.
struct ExercisePart {
  var label: String?
  var number: String?
  var title: String?
  var points: Double?
  var cells: [Int] = []

  /// The exercises of a notebook, in document order.
  static func parts(of notebook: Notebook) -> [ExercisePart] {
    var parts: [ExercisePart] = []
    collect(notebook.blocks, isInside: false, &parts)
    return parts
  }

  private static func collect(_ blocks: [Block], isInside: Bool, _ parts: inout [ExercisePart]) {
    for block in blocks {
      switch block {
      case .container(let container):
        if container.kind == .exercise {
          parts.append(
            ExercisePart(
              label: container.label, number: container.number,
              title: container.title?.plainText, points: container.points))
        }
        let belongs = container.kind == .exercise || container.kind == .solution
        collect(container.content, isInside: isInside || belongs, &parts)
      case .cell(let cell):
        if !parts.isEmpty, isInside || !cell.solutionLines.isEmpty {
          parts[parts.count - 1].cells.append(cell.index)
        }
      default: collect(block.children, isInside: isInside, &parts)
      }
    }
  }
}
