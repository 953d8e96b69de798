import NotebookFormat

/// What of a notebook depends on its solutions, followed from name to name through the cells.
///
/// A statement of a solution is tainted, and so is one that mentions a tainted name, also by way of a
/// function; it taints the names that it declares or may change. What a cell shows is tainted as soon as
/// one of its statements is. A variable that a visible cell records as an answer as it is counts as a
/// solution from the start.
public struct SolutionTaint: Sendable {
  /// The indices of the cells whose outputs depend on a solution.
  public private(set) var cells: Set<Int> = []
  /// The indices of the inline values that do.
  public private(set) var inlineValues: Set<Int> = []

  private var names: Set<String> = []
  private var bodies: [String: Body] = [:]
  private var declared: Set<String> = []
  private var hasReferenceTypes = false
  /// By whose names the same object may be known: those that a statement declares and mentions.
  private var aliases: [String: Set<String>] = [:]

  /// What is mentioned and changed when a name is mentioned that does its work later.
  private struct Body {
    var mentioned: Set<String> = []
    var changed: Set<String> = []
  }

  /// The taint of a notebook.
  public init(_ notebook: Notebook) {
    let flows = notebook.cells.map { StatementFlow.statements(of: $0.code) }
    prepare(notebook, flows)
    var values = notebook.inlineValues[...]
    for (cell, statements) in zip(notebook.cells, flows) {
      while let value = values.first, value.precedingCells <= cell.index {
        judge(value)
        values.removeFirst()
      }
      guard cell.options.eval != false else { continue }
      let secret = cell.solutionBytes
      for statement in statements {
        let isSecret = cell.isSolution || secret.contains { $0.overlaps(statement.range) }
        if isSecret || isTainted(statement.mentioned)
          || !statement.declared.isDisjoint(with: names)
        {
          spread(statement)
          cells.insert(cell.index)
        }
      }
    }
    for value in values { judge(value) }
  }

  private mutating func prepare(_ notebook: Notebook, _ flows: [[StatementFlow]]) {
    for (cell, statements) in zip(notebook.cells, flows) {
      let isShown = cell.options.include != false && cell.options.output != false
      for statement in statements {
        if isShown && !cell.isSolution { names.formUnion(statement.answered) }
        hasReferenceTypes = hasReferenceTypes || statement.declaresReferenceType
        for name in statement.deferred {
          bodies[name, default: Body()].mentioned.formUnion(statement.mentioned)
          bodies[name, default: Body()].changed.formUnion(statement.changed)
        }
      }
    }
    for statement in flows.joined() where hasReferenceTypes && statement.deferred.isEmpty {
      for name in statement.declared {
        let others = statement.mentioned.subtracting(bodies.keys)
        aliases[name, default: []].formUnion(others)
        for other in others { aliases[other, default: []].insert(name) }
      }
    }
    // What is recorded but never declared here is a parameter or the seed, which everybody knows.
    declared = flows.joined().reduce(into: []) { $0.formUnion($1.declared) }
    names.formIntersection(declared)
  }

  private mutating func judge(_ value: InlineValue) {
    if value.isSolution || isTainted(StatementFlow.names(in: value.expression)) {
      inlineValues.insert(value.index)
    }
  }

  private func isTainted(_ mentioned: Set<String>) -> Bool {
    !reached(from: mentioned).mentioned.isDisjoint(with: names)
  }

  /// Taints what the statement declares and what it may change, also by way of functions.
  private mutating func spread(_ statement: StatementFlow) {
    names.formUnion(statement.declared)
    let reached = reached(from: statement.mentioned)
    var changed = statement.changed.union(reached.changed)
    // A shared object can be changed wherever it is mentioned, under all of its names.
    if hasReferenceTypes {
      changed.formUnion(withAliases(statement.mentioned.subtracting(bodies.keys).union(changed)))
    }
    // The types of the core have nothing that could be changed.
    names.formUnion(changed.intersection(declared))
  }

  private func withAliases(_ start: Set<String>) -> Set<String> {
    var result = start
    var open = Array(start)
    while let name = open.popLast() {
      let new = (aliases[name] ?? []).subtracting(result)
      result.formUnion(new)
      open += new
    }
    return result
  }

  private func reached(from start: Set<String>) -> Body {
    var result = Body(mentioned: start)
    var open = Array(start)
    while let name = open.popLast() {
      guard let body = bodies[name] else { continue }
      result.changed.formUnion(body.changed)
      open += body.mentioned.subtracting(result.mentioned)
      result.mentioned.formUnion(body.mentioned)
    }
    return result
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
