import CellEvents
import Diagnostics
import NotebookFormat

/// A notebook and its log as a handout may show them: the student's notebook, and of what the cells
/// brought forth only what depends on no solution.
///
/// It is made before any document is written, so that no writer of any format has anything to give
/// away: the notebook is read from the student's text alone, tainted outputs are not in the log, and an
/// answer is there by its name and shape. What is left is shown only where the student's notebook, run
/// without the solutions, brings forth the very same: see ``confirmed(by:)``.
public struct Handout: Sendable {
  /// The student's notebook.
  public let notebook: Notebook
  /// What its cells show.
  public private(set) var log: ExecutionLog
  private let unfinishedCells: Set<Int>

  /// The handout of a notebook.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they were in the run.
  ///   - log: What its cells brought forth.
  ///   - taint: What of the notebook depends on its solutions, where it is known already.
  /// - Throws: A `Diagnostic` where what is left without the solutions is no notebook.
  public init(of notebook: Notebook, log: ExecutionLog, taint: SolutionTaint? = nil) throws {
    let taint = taint ?? SolutionTaint(notebook)
    let student = try StudentText(notebook, taint: taint, log: log)
    let source = SourceText(name: notebook.source.name, text: student.text)
    var result: Notebook
    do {
      result = try NotebookReader().read(source)
    } catch let errors as NotebookErrors {
      let first = errors.diagnostics.first { $0.severity == .error }
      throw Diagnostic(
        .error, "without its solutions this is no notebook: \(first?.message ?? "")",
        file: notebook.source.name, help: first?.help)
    }
    guard result.cells.count == student.origins.count else {
      throw Diagnostic(
        .error, "the solutions cannot be told from the rest", file: notebook.source.name,
        help: "Let each ':::' stand on a line of its own.")
    }
    guard result.inlineValues.count == student.inlineValues.count else {
      throw Diagnostic(
        .error, "a value that depends on a solution cannot be told from the text around it",
        file: notebook.source.name,
        help: "Let no code span on its line read the same, and keep it out of links.")
    }
    if let salt = notebook.frontMatter.salt, student.text.contains(salt) {
      throw Diagnostic(
        .error, "the handout would show the salt", file: notebook.source.name,
        help: "Write 'salt: …' on one line of the front matter, and nowhere else.")
    }
    // Of figure 3 the class speaks as the teacher does, whose first two may be in a solution.
    result.takeNumbers(from: notebook)
    result.frontMatter.seed = notebook.frontMatter.seed
    for (index, parameter) in notebook.frontMatter.parameters.enumerated()
    where result.frontMatter.parameters.indices.contains(index) {
      result.frontMatter.parameters[index].value = parameter.value
    }
    self.log = Self.log(student, taint: taint, notebook: notebook, log: log)
    result.changeCells { cell in
      cell.markPlaceholders()
      if case .solution(let answers) = student.origins[cell.index] {
        cell.isToWrite = answers.isEmpty
        cell.options.echo = cell.isToWrite
      }
      cell.options.error = notebook.frontMatter.execute.error
    }
    self.notebook = result
    unfinishedCells = Set(
      student.origins.indices.filter { index in
        guard case .cell(let old) = student.origins[index] else { return true }
        return taint.cells.contains(old) || notebook.cells[old].options.error == true
      })
  }

  /// The handout without any output or value that differs from what the student's notebook brings forth.
  ///
  /// Which statements depend on a solution is followed by names, which Swift has ways around. A run that
  /// knows no solution cannot tell one. Of an error the run's own words are shown, whose lines are those of
  /// the student's notebook.
  ///
  /// - Parameter run: What the cells of ``notebook`` bring forth.
  public func confirmed(by run: ExecutionLog) -> Handout {
    var result = self
    for (cell, outputs) in log.outputs {
      let shown = outputs.filter(\.isShown)
      guard !shown.isEmpty else { continue }
      let known = (run.outputs[cell] ?? []).filter(\.isShown)
      let name = notebook.source.name
      if shown.map({ $0.withoutPlaces(in: name) }) == known.map({ $0.withoutPlaces(in: name) }) {
        var rest = known[...]
        result.log.outputs[cell] = outputs.map { $0.isShown ? rest.removeFirst() : $0 }
      } else {
        result.log.outputs[cell] = outputs.filter { !$0.isShown && $0 != .withheld } + [.withheld]
      }
    }
    for (index, text) in log.inlineValues where run.inlineValues[index] != text {
      result.log.inlineValues[index] = nil
    }
    result.log.figureStyle = run.figureStyle
    return result
  }

  /// Whether a cell may fail as long as the solutions are missing, or always.
  public func mayFail(_ cell: Int) -> Bool { unfinishedCells.contains(cell) }

  private static func log(
    _ student: StudentText, taint: SolutionTaint, notebook: Notebook, log: ExecutionLog
  ) -> ExecutionLog {
    var result = ExecutionLog()
    result.figureStyle = log.figureStyle
    for (index, origin) in student.origins.enumerated() {
      switch origin {
      case .solution(let answers):
        result.outputs[index] = answers.map { .blank(name: $0.name, shape: $0.shape) }
      case .cell(let old):
        let outputs = log.outputs[old] ?? []
        result.outputs[index] = outputs.handedOut(
          isTainted: taint.secretCells.contains(old), answers: log.answers)
      }
    }
    for (index, old) in student.inlineValues.enumerated() {
      result.inlineValues[index] = log.inlineValues[old]
    }
    return result
  }
}

extension CellOutput {
  /// Whether it is something that a cell has printed, displayed or failed with.
  fileprivate var isShown: Bool {
    switch self {
    case .printed, .printedError, .display, .failure: true
    case .answer, .blank, .withheld: false
    }
  }

  /// The output; an error without the lines of the file that it names, which are others in a notebook
  /// without solutions.
  fileprivate func withoutPlaces(in file: String) -> CellOutput {
    guard case .failure(let message) = self else { return self }
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("\(file):") {
        return line.dropFirst(file.count).replacing(/^:\d+:\d+/, with: "")
          .replacing(/the cell at line \d+ failed/, with: "the cell failed")
      }
      return line.replacing(#/^ +\d* \| /#, with: "| ")
    }
    return .failure(lines.joined(separator: "\n"))
  }
}

extension [CellOutput] {
  /// The outputs that a handout shows: answers as blanks, and a note for what is left out.
  fileprivate func handedOut(isTainted: Bool, answers: [ExecutionLog.Answer]) -> [CellOutput] {
    var result: [CellOutput] = []
    for output in self {
      if case .answer(let name, _) = output {
        let shape = answers.first { $0.name == name }?.shape ?? []
        result.append(.blank(name: name, shape: shape))
      } else if !isTainted {
        result.append(output)
      } else if result.last != .withheld {
        result.append(.withheld)
      }
    }
    return result
  }
}

extension Cell {
  /// Marks the lines that stand for a solution.
  fileprivate mutating func markPlaceholders() {
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    solutionLines = lines.indices.filter {
      lines[$0].drop(while: \.isWhitespace) == StudentText.placeholder
    }.map { $0..<($0 + 1) }
  }
}

extension ExecutionLog.Answer {
  /// The shape of the value: the lengths of the nested lists, `[]` for one value.
  fileprivate var shape: [Int] {
    var shape: [Int] = []
    var counts: [Int] = []
    var isInString = false
    var isEscaped = false
    var isEmpty = false
    for byte in json.utf8 {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "["):
        counts.append(1)
        isEmpty = true
        continue
      case UInt8(ascii: ","): if !counts.isEmpty { counts[counts.count - 1] += 1 }
      case UInt8(ascii: "]"):
        let count = isEmpty ? 0 : counts[counts.count - 1]
        counts.removeLast()
        while shape.count <= counts.count { shape.append(0) }
        shape[counts.count] = Swift.max(shape[counts.count], count)
      default: break
      }
      isEmpty = false
    }
    return json.hasPrefix("[") ? shape : []
  }
}
