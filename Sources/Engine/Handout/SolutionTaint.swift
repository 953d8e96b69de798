import NotebookFormat

/// What of a notebook depends on its solutions, followed from name to name through the cells.
///
/// A statement of a solution is tainted, and so is one that mentions a tainted name, also by way of a
/// function; it taints the names that it declares or may change. What a cell shows is tainted as soon as
/// one of its statements is. A variable that a visible cell records as an answer as it is counts as a
/// solution from the start.
///
/// Names behind a point are told apart by nothing but their words: `x.forward()` may be what a solution
/// adds to a type, or a method of quite another one. Without the solution the former is no Swift, so such
/// a cell may be shown where a run without the solutions brings forth the same.
public struct SolutionTaint: Sendable {
  /// The indices of the cells that depend on a solution, or may do so by a name behind a point.
  public let cells: Set<Int>
  /// The indices of the cells that depend on a solution, whatever stands behind points.
  public let secretCells: Set<Int>
  /// The indices of the inline values that depend on a solution.
  public let inlineValues: Set<Int>

  /// The taint of a notebook.
  public init(_ notebook: Notebook) {
    let statements = notebook.cells.map { cell in
      let secret = cell.solutionBytes
      return StatementFlow.statements(of: cell.code).map { flow in
        (flow, cell.isSolution || secret.contains { $0.overlaps(flow.range) })
      }
    }
    let notebook = notebook.withValuesInTurn(in: notebook.cells.map(CellState.init))
    let wide = TaintFlow(notebook, statements, countsMembers: true)
    let narrow = TaintFlow(notebook, statements, countsMembers: false)
    cells = wide.cells
    secretCells = narrow.cells
    // A value has no cell of its own that could fail without the solution.
    let members = wide.names.filter { $0.hasPrefix(".") }
    inlineValues = narrow.inlineValues.union(
      notebook.inlineValues.filter {
        !StatementFlow.names(in: $0.expression).isDisjoint(with: members)
      }.map(\.index))
  }
}

extension Cell {
  /// The bytes of the code that are a solution's.
  fileprivate var solutionBytes: [Range<Int>] {
    guard !solutionLines.isEmpty else { return [] }
    var starts = [0]
    for (offset, byte) in code.utf8.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    starts.append(code.utf8.count + 1)
    return solutionLines.map { lines in
      starts[
        min(lines.lowerBound, starts.count - 1)]..<starts[min(lines.upperBound, starts.count - 1)]
    }
  }
}
