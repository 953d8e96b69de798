import NotebookFormat
import Platform

/// What each cell of a notebook can reach: the code that its statements may run, and the variables that
/// they may read or change, followed from name to name.
///
/// It tells rather too much than too little. Functions and variables are reached by their names alone,
/// wherever these stand in the code; types, extensions and operators count as reached by every cell.
struct CellReach {
  private var functions: [String: [Place]] = [:]
  private var everywhere: [Place] = []
  private var variables: [String: Variable] = [:]
  private let constants: [String]
  private let fileName: String

  /// A statement of a cell.
  private struct Place {
    var state: CellState
    var statement: CellAnalysis.Statement

    /// Its code, with its place where it may ask for that.
    func code(_ fileName: String) -> String {
      let cell = state.cell
      let code = String(decoding: Array(cell.code.utf8)[statement.range], as: UTF8.self)
      return code.hasBytes(of: "#") ? "\(fileName) \(cell.codePosition) \(code)" : code
    }
  }

  private struct Variable {
    var place: Place
    var binding: StatementRole.Binding
  }

  /// The reach of the cells that are run.
  init(notebook: Notebook, cells: [CellState]) {
    constants = ["seed"] + notebook.frontMatter.parameters.map(\.name)
    fileName = notebook.source.name
    for state in cells {
      for statement in state.runnableStatements {
        let place = Place(state: state, statement: statement)
        switch statement.role {
        case .binding(let binding):
          for name in binding.names {
            if binding.isFunction {
              functions[name, default: []].append(place)
            } else {
              variables[name] = Variable(place: place, binding: binding)
            }
          }
        case .declaration where statement.isReachedByName:
          for name in statement.declaredNames { functions[name, default: []].append(place) }
        case .declaration: everywhere.append(place)
        case .action, .scriptOnly: break
        }
      }
    }
  }

  /// How to keep what a cell brings forth.
  ///
  /// - Throws: `Refusal` where that cannot be done.
  func keeping(of state: CellState) throws -> CellKeeping {
    if let shared = everywhere.first(where: \.statement.hasSharedVariables) {
      let name = shared.statement.declaredNames.sorted().first ?? "an extension"
      throw Refusal(reason: "'\(name)' has a static variable")
    }
    let places =
      everywhere + state.runnableStatements.map { Place(state: state, statement: $0) }
    var code = places.map { $0.code(fileName) }
    var open = places.reduce(into: Set<String>()) { $0.formUnion($1.statement.usedNames) }
    var seen: Set<String> = []
    var inputs: [String] = []
    var keeping = CellKeeping(code: "", inputs: [], changed: [], restored: [])
    while let name = open.subtracting(seen).min() {
      seen.insert(name)
      for place in functions[name] ?? [] {
        code.append(place.code(fileName))
        open.formUnion(place.statement.usedNames)
      }
      if constants.contains(name) { inputs.append(name) }
      guard let variable = variables[name] else { continue }
      try check(variable, name)
      let cell = variable.place.state.cell.index
      if cell > state.cell.index {
        // Its turn has not come: to look at its value would compute it too early.
        code.append(variable.place.code(fileName))
        open.formUnion(variable.place.statement.usedNames)
        continue
      }
      if cell < state.cell.index { inputs.append(name) }
      if variable.binding.isVariable {
        keeping.changed.append(name)
        let isSingle = variable.binding.names.count == 1
        if !(cell == state.cell.index && isSingle) { keeping.restored.append(name) }
      }
    }
    keeping.inputs = inputs
    keeping.code = SHA256.hex(ofParts: code)
    return keeping
  }

  private func check(_ variable: Variable, _ name: String) throws {
    if variable.binding.isObserved { throw Refusal(reason: "'\(name)' observes its changes") }
    if variable.binding.initializer == nil {
      throw Refusal(reason: "'\(name)' is declared together with others, not by itself")
    }
  }

  /// Why a cell cannot be kept.
  struct Refusal: Error {
    /// The reason, in words that go on after a colon.
    var reason: String
  }
}

/// How what a cell brings forth is kept.
struct CellKeeping: Hashable {
  /// A digest of its code and of all that it can reach.
  var code: String
  /// The variables of earlier cells that it can reach.
  var inputs: [String]
  /// The variables that may be others after the cell.
  var changed: [String]
  /// Those of them that get their values after the cell's own are declared.
  var restored: [String]
}
