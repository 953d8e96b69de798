import Diagnostics
import NotebookFormat
import Platform

/// One Swift program made of a notebook's cells and inline values, in document order.
///
///     import CNNCore …
///     let seed = CellRuntime.parameter("seed", as: Int.self)
///     #sourceLocation(file: "lesson.nb", line: 12)
///     let x = 1
///     #sourceLocation()
///     func nbrun_cell0() throws {
///     CellRuntime.start(0)
///     _ = x
///     #sourceLocation(file: "lesson.nb", line: 12)
///     CellRuntime.display(
///     x + 1
///     )
///     #sourceLocation()
///     CellRuntime.end(0)
///     }
///     @main struct NotebookProgram { … try nbrun_cell0() … }
///
/// What cells declare stands at the file's scope, where every cell sees it; Swift computes such a
/// variable when it is first read, which the function of its cell does when its turn comes. Swift's
/// compiler takes time in proportion to the square of a script's statements, and to the number of
/// functions. A notebook with a statement that only a script can hold becomes a script all the same.
///
/// A long program has two files, which two compilers take at the same time.
public struct Program: Sendable {
  /// The Swift source, file by file.
  public let sources: [String]
  /// Whether the source is a script, whose statements run from its first line to its last.
  public let isScript: Bool
  /// What is to be said of calls that no seed repeats, and of cells that ask to be kept for later runs and
  /// cannot be.
  let warnings: [Diagnostic]

  /// The program of a notebook.
  ///
  /// - Parameters:
  ///   - notebook: The notebook.
  ///   - cells: What to run of each cell.
  ///   - mayHaveTwoFiles: Whether there are processors for two compilers.
  ///   - isValueLeftOut: Tells the inline values that are not computed.
  init(
    notebook: Notebook, cells: [CellState], mayHaveTwoFiles: Bool = false,
    isValueLeftOut: (InlineValue) -> Bool
  ) {
    var run = cells.filter(\.isRun)
    isScript = run.contains { cell in
      cell.runnableStatements.contains { $0.role == .scriptOnly }
    }
    warnings =
      UnrepeatableCalls(in: run, of: notebook).warnings
      + Self.decideKeeping(of: &run, notebook, isScript: isScript)
    let steps = Self.steps(
      cells: run, values: notebook.inlineValues.filter { !isValueLeftOut($0) })
    var text = Self.head(of: notebook)
    if isScript {
      text.appendScript(steps)
      sources = [text.text]
    } else if mayHaveTwoFiles, let middle = Self.middle(of: steps) {
      var second = Self.imports(of: notebook)
      text.appendFunctions(steps[..<middle])
      text.appendMain(steps)
      second.appendFunctions(steps[middle...])
      sources = [text.text, second.text]
    } else {
      text.appendFunctions(steps[...])
      text.appendMain(steps)
      sources = [text.text]
    }
  }
}

/// A cell, or an inline value of the text between the cells.
enum ProgramStep {
  case cell(CellState)
  case value(InlineValue)

  /// Its code.
  var code: String {
    switch self {
    case .cell(let state): state.cell.code
    case .value(let value): value.expression
    }
  }

  /// The name of its function.
  var name: String {
    switch self {
    case .cell(let state): "nbrun_cell\(state.cell.index)"
    case .value(let value): "nbrun_value\(value.index)"
    }
  }
}

extension Program {
  /// Decides how what cells with `cache: true` bring forth is kept.
  private static func decideKeeping(
    of cells: inout [CellState], _ notebook: Notebook, isScript: Bool
  ) -> [Diagnostic] {
    guard cells.contains(where: { $0.cell.options.cache == true }) else { return [] }
    var warnings: [Diagnostic] = []
    let reach = CellReach(notebook: notebook, cells: cells)
    for index in cells.indices
    where cells[index].cell.options.cache == true && cells[index].isWhole {
      do {
        if isScript {
          throw CellReach.Refusal(
            reason: "the notebook has a statement that only a script can hold")
        }
        cells[index].keeping = try reach.keeping(of: cells[index])
      } catch {
        let reason = (error as? CellReach.Refusal)?.reason ?? "\(error)"
        if let warning = notebook.notKept(cells[index].cell, reason) { warnings.append(warning) }
      }
    }
    return warnings
  }

  private static func steps(cells: [CellState], values: [InlineValue]) -> [ProgramStep] {
    var steps: [ProgramStep] = []
    var values = values[...]
    for state in cells {
      while let value = values.first, value.precedingCells <= state.cell.index {
        steps.append(.value(values.removeFirst()))
      }
      steps.append(.cell(state))
    }
    return steps + values.map { .value($0) }
  }

  /// The bytes of code from which a second compiler is worth its start.
  private static let codeForTwoFiles = 1500

  /// Where half of the code is behind; nil where the steps have to stay together or are not worth two
  /// files. An import and what is private hold for one file.
  private static func middle(of steps: [ProgramStep]) -> Int? {
    let lengths = steps.map(\.code.utf8.count)
    let half = lengths.reduce(0, +) / 2
    let boundFile = ["private", "import"]
    guard 2 * half >= codeForTwoFiles,
      !steps.contains(where: { step in boundFile.contains { step.code.contains($0) } })
    else { return nil }
    var sum = 0
    let middle = lengths.firstIndex {
      sum += $0
      return sum > half
    }
    return middle.flatMap { $0 == 0 ? nil : $0 }
  }

  private static func imports(of notebook: Notebook) -> ProgramText {
    var text = ProgramText(fileName: notebook.source.name)
    for module in ["CNNCore", "CellKit", "Figures"] { text.appendLine("import \(module)") }
    return text
  }

  private static func head(of notebook: Notebook) -> ProgramText {
    var text = imports(of: notebook)
    if notebook.cells.contains(where: { $0.code.hasBytes(of: "import") }) {
      for type in ["Double", "Float"] { text.appendReproducibleFunctions(of: type) }
    }
    text.appendLine("let seed = CellRuntime.parameter(\"seed\", as: Int.self)")
    for parameter in notebook.frontMatter.parameters {
      let (name, type) = (parameter.name, parameter.value.swiftType)
      text.appendLine("let \(name) = CellRuntime.parameter(\"\(name)\", as: \(type).self)")
    }
    return text
  }
}

extension ProgramText {
  private static let reproducibleFunctions = [
    "exp", "expm1", "exp2", "log", "log1p", "log2", "log10", "tanh", "sin", "cos",
  ]

  /// Appends the core's elementary functions under their short names.
  ///
  /// A cell that imports Foundation would get the C library's functions, whose last bits differ from
  /// machine to machine; declarations of the program itself go before them.
  fileprivate mutating func appendReproducibleFunctions(of type: String) {
    for function in Self.reproducibleFunctions {
      appendLine("func \(function)(_ x: \(type)) -> \(type) { \(type).\(function)(x) }")
    }
    appendLine("func pow(_ x: \(type), _ y: \(type)) -> \(type) { \(type).pow(x, y) }")
  }
}

extension Notebook {
  /// Says that a cell's results are not kept for later runs, though it asks for that; nil where it does not
  /// want to hear.
  func notKept(_ cell: Cell, _ reason: String) -> Diagnostic? {
    guard cell.options.warning ?? true else { return nil }
    return Diagnostic(
      .warning, "the cell is run each time: \(reason)", file: source.name, at: cell.codePosition,
      help: "'cache: true' keeps numbers, texts, tensors, networks and what is made of them. Leave "
        + "other values to another cell.")
  }
}

extension ParameterValue {
  /// The Swift type of the constant in the cells.
  var swiftType: String {
    switch self {
    case .integer: "Int"
    case .number: "Double"
    case .boolean: "Bool"
    case .text: "String"
    }
  }
}
