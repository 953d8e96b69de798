import CellEvents
import Diagnostics
import Downloads
import Engine
import NotebookFormat

/// Runs notebooks that nobody vouches for: confined, under a key's seed and parameters, and whatever goes
/// wrong in them.
struct StudentRuns {
  let workshop: Workshop
  private let confinement: Confinement

  /// - Throws: A `Diagnostic` where the system cannot confine them.
  init(_ workshop: Workshop) throws {
    self.workshop = workshop
    var confinement = Confinement(program: workshop.installation.confiner)
    try confinement.check()
    confinement.readable = DataCatalog.all.map { "\(Installation.dataFolder)/\($0.name)" }
    self.confinement = confinement
  }

  /// What a student's notebook recorded, and what went wrong.
  ///
  /// Cells of a handout may fail as long as solutions are missing, and say so with `error: true`; a
  /// failure in what the student has written is told all the same.
  func run(
    _ source: SourceText, of assignment: Assignment, _ options: RunOptions
  ) throws -> (log: ExecutionLog, errors: [String]) {
    let writer = DiagnosticWriter(quoting: [source])
    let key = assignment.key
    do {
      var notebook = try NotebookReader().read(source)
      notebook.frontMatter.seed = key.frontMatter.seed
      notebook.frontMatter.parameters = key.frontMatter.parameters
      // Sentences are not graded, and a wrong value in one would end the run.
      notebook.inlineValues = []
      // A student's cell takes no more time than the key allows one of its own.
      let longest = key.cells.compactMap(\.options.timeout).reduce(options.limits.timeout, max)
      let given = Set((assignment.handout ?? key).cells.map(\.code))
      notebook.changeCells { cell in
        cell.options.timeout = min(cell.options.timeout ?? longest, longest)
        if !given.contains(cell.code) { cell.options.error = false }
      }
      var options = options
      options.confinement = confinement
      options.confinement?.files = assignment.files
      options.usesCache = false
      options.allowErrors = true
      options.limits.total = 10 * longest
      let result = try workshop.run(notebook, options)
      return (result.log, result.passedErrors.map(writer.text))
    } catch let error as NotebookErrors {
      return (ExecutionLog(), error.diagnostics.map(writer.text))
    } catch let error as Diagnostic {
      // What makes the compiler itself fail is the student's as well.
      return (ExecutionLog(), [writer.text(of: error)])
    }
  }
}
