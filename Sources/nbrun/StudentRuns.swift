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
  func run(
    _ source: SourceText, as key: Notebook, _ options: RunOptions
  ) throws -> (log: ExecutionLog, errors: [String]) {
    let writer = DiagnosticWriter(quoting: [source])
    do {
      var notebook = try NotebookReader().read(source)
      notebook.frontMatter.seed = key.frontMatter.seed
      notebook.frontMatter.parameters = key.frontMatter.parameters
      // Sentences are not graded, and a wrong value in one would end the run.
      notebook.inlineValues = []
      // A student's cell takes no more time than the key allows one of its own.
      let longest = key.cells.compactMap(\.options.timeout).reduce(options.limits.timeout, max)
      notebook.changeCells { $0.options.timeout = min($0.options.timeout ?? longest, longest) }
      var options = options
      options.confinement = confinement
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
