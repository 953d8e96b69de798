import Diagnostics
import NotebookFormat

/// One Swift program made of a notebook's cells and inline values, in document order.
///
///     import CNNCore …
///     let seed = CellRuntime.parameter("seed", as: Int.self)
///     #sourceLocation(file: "lesson.nb", line: 12)
///     let x = 1
///     #sourceLocation()
///     func cell0() throws {
///     CellRuntime.start(0)
///     _ = x
///     #sourceLocation(file: "lesson.nb", line: 12)
///     CellRuntime.display(
///     x + 1
///     )
///     #sourceLocation()
///     CellRuntime.end(0)
///     }
///     @main struct NotebookProgram { … try cell0() … }
///
/// What cells declare stands at the file's scope, where every cell sees it; Swift computes such a
/// variable when it is first read, which the function of its cell does when its turn comes. Swift's
/// compiler takes time in proportion to the square of a script's statements, and to the number of
/// functions. A notebook with a statement that only a script can hold becomes a script all the same.
public struct Program: Sendable {
  /// The Swift source.
  public let source: String
  /// Whether the source is a script, whose statements run from its first line to its last.
  public let isScript: Bool

  /// The program of a notebook.
  ///
  /// - Parameters:
  ///   - notebook: The notebook.
  ///   - cells: What to run of each cell.
  ///   - isValueLeftOut: Tells the inline values that are not computed.
  init(
    notebook: Notebook, cells: [CellState], isValueLeftOut: (InlineValue) -> Bool
  ) {
    let steps = Self.steps(
      cells: cells.filter(\.isRun), values: notebook.inlineValues.filter { !isValueLeftOut($0) })
    isScript = cells.contains { cell in
      cell.isRun && cell.runnableStatements.contains { $0.role == .scriptOnly }
    }
    var text = Self.head(of: notebook)
    if isScript {
      text.appendScript(steps)
    } else {
      text.appendFunctions(steps)
    }
    source = text.text
  }
}

/// A cell, or an inline value of the text between the cells.
enum ProgramStep {
  case cell(CellState)
  case value(InlineValue)
}

extension Program {
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

  private static func head(of notebook: Notebook) -> ProgramText {
    var text = ProgramText(fileName: notebook.source.name)
    for module in ["CNNCore", "CellKit", "Figures"] { text.appendLine("import \(module)") }
    for function in reproducibleFunctions {
      text.appendLine("func \(function)(_ x: Double) -> Double { Double.\(function)(x) }")
    }
    text.appendLine("func pow(_ x: Double, _ y: Double) -> Double { Double.pow(x, y) }")
    text.appendLine("let seed = CellRuntime.parameter(\"seed\", as: Int.self)")
    for parameter in notebook.frontMatter.parameters {
      let (name, type) = (parameter.name, parameter.value.swiftType)
      text.appendLine("let \(name) = CellRuntime.parameter(\"\(name)\", as: \(type).self)")
    }
    return text
  }

  /// A cell that imports Foundation would get the C library's functions, whose last bits differ from
  /// machine to machine; declarations of the program itself go before them.
  private static let reproducibleFunctions = [
    "exp", "log", "tanh", "exp2", "log2", "log10", "sin", "cos",
  ]
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
