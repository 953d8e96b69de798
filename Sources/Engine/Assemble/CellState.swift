import NotebookFormat

/// What is run of a cell: all of it at first, less once it has failed and the run goes on.
struct CellState: Sendable {
  /// The cell.
  let cell: Cell
  /// Its statements.
  let analysis: CellAnalysis
  /// How many of its statements are run, from the first.
  var statementCount: Int
  /// How what it brings forth is kept for later runs; nil where it is not.
  var keeping: CellKeeping?
  /// Whether nothing of it is looked at any more.
  var isLeftOut = false

  init(_ cell: Cell) {
    self.cell = cell
    analysis = CellAnalysis(code: cell.code)
    statementCount = analysis.statements.count
  }

  /// Whether anything of it is run.
  var isRun: Bool { cell.options.eval ?? true && statementCount > 0 }

  /// Cuts the cell before the statement with the given index, and at least by one statement.
  mutating func cut(to count: Int) {
    statementCount = max(0, min(statementCount - 1, count))
    isLeftOut = statementCount == 0
  }

  /// Whether all of it is run.
  var isWhole: Bool { statementCount == analysis.statements.count }

  /// The statements that are run.
  var runnableStatements: ArraySlice<CellAnalysis.Statement> {
    analysis.statements.prefix(statementCount)
  }

  /// The names that those statements would have declared that are not run.
  var missingNames: Set<String> {
    analysis.statements.dropFirst(statementCount).reduce(into: []) {
      $0.formUnion($1.declaredNames)
    }
  }
}
