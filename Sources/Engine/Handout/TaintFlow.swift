import NotebookFormat

/// Follows the names that solutions declare and change through the cells, in their order.
struct TaintFlow {
  /// A statement, and whether it is a solution's.
  typealias Statement = (flow: StatementFlow, isSecret: Bool)

  /// The indices of the cells with a tainted statement.
  private(set) var cells: Set<Int> = []
  /// The indices of the tainted inline values.
  private(set) var inlineValues: Set<Int> = []
  /// The tainted names.
  private(set) var names: Set<String> = []

  /// Whether what a solution adds to a type taints the like-named of all types.
  private let countsMembers: Bool
  /// What names do when they are mentioned in a solution.
  private var bodies: [String: Body] = [:]
  /// What they do elsewhere.
  private var visibleBodies: [String: Body] = [:]
  private var declared: Set<String> = []
  private var hasReferenceTypes = false
  /// By whose names the same object may be known: those that a statement declares and mentions.
  private var aliases: [String: Set<String>] = [:]

  /// What is mentioned and changed when a name is mentioned that does its work later.
  private struct Body {
    var mentioned: Set<String> = []
    var changed: Set<String> = []

    mutating func add(_ other: Body) {
      mentioned.formUnion(other.mentioned)
      changed.formUnion(other.changed)
    }
  }

  /// Follows the names through the notebook.
  ///
  /// - Parameters:
  ///   - statements: Those of each cell.
  ///   - countsMembers: Whether what a solution adds to a type taints the like-named of all types.
  init(_ notebook: Notebook, _ statements: [[Statement]], countsMembers: Bool) {
    self.countsMembers = countsMembers
    prepare(notebook, statements)
    var values = notebook.inlineValues[...]
    for (cell, statements) in zip(notebook.cells, statements) {
      while let value = values.first, value.precedingCells <= cell.index {
        judge(value)
        values.removeFirst()
      }
      guard cell.options.eval != false else { continue }
      for (flow, isSecret) in statements {
        if isSecret || isTainted(flow.mentioned) || !flow.declared.isDisjoint(with: names) {
          spread(flow, isSecret: isSecret)
          cells.insert(cell.index)
        }
      }
    }
    for value in values { judge(value) }
  }

  private mutating func prepare(_ notebook: Notebook, _ statements: [[Statement]]) {
    for (cell, statements) in zip(notebook.cells, statements) {
      let isShown = cell.options.include != false && cell.options.output != false
      for (flow, isSecret) in statements {
        if isShown && !cell.isSolution { names.formUnion(flow.answered) }
        hasReferenceTypes = hasReferenceTypes || flow.declaresReferenceType
        let body = Body(mentioned: flow.mentioned, changed: flow.changed)
        for name in flow.deferred {
          bodies[name, default: Body()].add(body)
          if counts(name, isSecret: isSecret) { visibleBodies[name, default: Body()].add(body) }
        }
      }
    }
    let flows = statements.joined().map(\.flow)
    for flow in flows where hasReferenceTypes && flow.deferred.isEmpty {
      for name in flow.declared {
        let others = flow.mentioned.subtracting(bodies.keys)
        aliases[name, default: []].formUnion(others)
        for other in others { aliases[other, default: []].insert(name) }
      }
    }
    // What is recorded but never declared here is a parameter or the seed, which everybody knows.
    declared = flows.reduce(into: []) { $0.formUnion($1.declared) }
    names.formIntersection(declared)
  }

  /// Whether a name that a statement declares counts for those that are no solution.
  private func counts(_ name: String, isSecret: Bool) -> Bool {
    countsMembers || !isSecret || !name.hasPrefix(".")
  }

  private mutating func judge(_ value: InlineValue) {
    if value.isSolution || isTainted(StatementFlow.names(in: value.expression)) {
      inlineValues.insert(value.index)
    }
  }

  private func isTainted(_ mentioned: Set<String>) -> Bool {
    !reached(from: mentioned, by: visibleBodies).mentioned.isDisjoint(with: names)
  }

  /// Taints what the statement declares and what it may change, also by way of functions.
  private mutating func spread(_ statement: StatementFlow, isSecret: Bool) {
    names.formUnion(statement.declared.filter { counts($0, isSecret: isSecret) })
    let reached = reached(from: statement.mentioned, by: bodies)
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

  private func reached(from start: Set<String>, by bodies: [String: Body]) -> Body {
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
