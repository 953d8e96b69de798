import Diagnostics
import NotebookFormat

/// The places where cells use a variable before the statement that declares it has run.
///
/// A script reads memory then that nobody has written yet; where the variables stand at the file's scope,
/// Swift computes them too early, in another cell than their own, and waits for ever where a variable needs
/// itself. Functions are followed by name where they are called and not only passed on.
struct EarlyUses {
  /// An error for each such variable, in document order.
  let errors: [CompilerMessage]

  /// Looks through the statements that are run.
  init(in states: [CellState], fileName: String) {
    var search = Search(states, fileName: fileName)
    for state in states where state.isRun {
      for statement in state.runnableStatements { search.take(statement, of: state.cell) }
    }
    errors = search.errors
  }
}

extension Notebook {
  /// The notebook with its inline values in the order in which they are computed: where they stand, but
  /// those that use a variable of a cell further down after that cell.
  func withValuesInTurn(in states: [CellState]) -> Notebook {
    let search = Search(states, fileName: source.name)
    let values = inlineValues.map { value in
      var value = value
      if let cell = search.lastCell(for: value) {
        value.precedingCells = max(value.precedingCells, cell + 1)
      }
      return value
    }
    var notebook = self
    notebook.inlineValues = values.sorted {
      ($0.precedingCells, $0.index) < ($1.precedingCells, $1.index)
    }
    return notebook
  }
}

private struct Search {
  private(set) var errors: [CompilerMessage] = []
  private let fileName: String
  /// Where each variable is declared.
  private var declarations: [String: (cell: Int, position: SourcePosition)] = [:]
  /// The functions and computed variables.
  private var bodies: [String: [CellAnalysis.Statement]] = [:]
  /// The variables that have their values, and those that have been told.
  private var known: Set<String> = []

  init(_ states: [CellState], fileName: String) {
    self.fileName = fileName
    for state in states where state.isRun {
      for statement in state.runnableStatements {
        switch statement.role {
        case .binding(let binding):
          let position = state.cell.position(ofByte: statement.range.lowerBound)
          for name in binding.names where declarations[name] == nil {
            declarations[name] = (state.cell.index, position)
          }
        case .declaration:
          for name in statement.declaredNames { bodies[name, default: []].append(statement) }
        case .action, .scriptOnly: break
        }
      }
    }
  }

  /// Looks through the next statement.
  mutating func take(_ statement: CellAnalysis.Statement, of cell: Cell) {
    if statement.role == .declaration { return }
    for reference in statement.references {
      take(reference, own: statement.declaredNames) { cell.position(ofByte: reference.offset) }
    }
    known.formUnion(statement.declaredNames)
  }

  /// The last of the cells that declare variables which a value uses; nil where there are none.
  func lastCell(for value: InlineValue) -> Int? {
    CellAnalysis(code: value.expression).statements.flatMap(\.references)
      .flatMap(variables).compactMap { declarations[$0]?.cell }.max()
  }

  private mutating func take(
    _ reference: CellAnalysis.Reference, own: Set<String>, position: () -> SourcePosition
  ) {
    let name = reference.name
    if declarations[name] != nil {
      guard isUnknown(name) && !own.contains(name) else { return }
      tell("'\(name)' is used before its declaration", name, at: position())
    } else if !reference.isInClosure {
      for used in variables(usedBy: reference) where isUnknown(used) {
        tell("'\(name)' uses '\(used)' before its declaration", used, at: position())
      }
    }
  }

  private func isUnknown(_ name: String) -> Bool {
    declarations[name] != nil && !known.contains(name)
  }

  private mutating func tell(_ text: String, _ name: String, at position: SourcePosition) {
    known.insert(name)
    errors.append(
      CompilerMessage(
        severity: .error, text: text, file: fileName, position: position,
        notes: declarations[name].map {
          [
            CompilerMessage(
              severity: .note, text: "'\(name)' is declared here", file: fileName,
              position: $0.position)
          ]
        } ?? []))
  }

  /// The variables that a function or a computed variable comes by, in the order of their names.
  private func variables(usedBy reference: CellAnalysis.Reference) -> [String] {
    var found: Set<String> = []
    var seen: Set<String> = []
    var open = [reference]
    while let next = open.popLast() {
      if declarations[next.name] != nil { found.insert(next.name) }
      // Of several functions of one name the compiler alone knows which is meant.
      guard let bodies = bodies[next.name], bodies.count == 1, let body = bodies.first,
        next.isCalled || !body.isFunction, seen.insert(next.name).inserted
      else { continue }
      open += body.references.filter { !$0.isInClosure }
    }
    return found.sorted()
  }
}
