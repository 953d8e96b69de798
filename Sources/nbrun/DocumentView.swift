import CellEvents
import Diagnostics
import Engine
import NotebookFormat
import Receipts
import Reports

/// What of a run a document shows, and to whom.
struct DocumentView {
  /// What the document is for.
  var variant = DocumentVariant.report
  /// The paper; nil for what the notebook says.
  var paper: PaperSize?
  /// For whom it is, where it is one student's.
  var recipient: String?
  /// What depends on the notebook's solutions, where it is known already.
  var taint: SolutionTaint?
  /// How the student's notebook of a handout is run.
  var options = RunOptions()
  /// The student's notebook, where it is compiled already.
  var studentProgram: CellProgram?
  /// The versions that the document names as its makers; nil for this program and its compiler.
  var makers: (program: String, compiler: String)?
  /// Whether cells could fail without ending the run.
  var allowsErrors = false
  /// The folder of the notebook's pictures; nil where it has none.
  var folder: String?
  /// Which document of a preview it is.
  var previewNumber: Int?
}

extension Workshop {
  /// Runs a student's notebook as far as it goes without the solutions.
  ///
  /// - Throws: A `Diagnostic` where nothing of it can be run; `NotebookErrors` as ``checkTime(of:_:)``.
  func studentRun(_ handout: Handout, _ options: RunOptions) throws -> ExecutionLog {
    var options = options
    options.allowErrors = true
    do {
      let result = try run(handout.notebook, options)
      try checkTime(of: result, handout)
      return result.log
    } catch let errors as NotebookErrors {
      let first = errors.diagnostics.first { $0.severity == .error }
      throw Diagnostic(
        .error, "without its solutions the notebook does not run: \(first?.message ?? "")",
        file: handout.notebook.source.name, help: first?.help ?? Self.handoutHelp)
    }
  }

  private static let handoutHelp =
    "'nbrun FILE.nb --variant handout -o student.nb' writes the notebook that fails."

  /// Fails where a cell of a student's notebook ran out of time that needs no solution: on a machine with
  /// less to do it would not have, and the handout is not to depend on that.
  ///
  /// - Throws: `NotebookErrors`.
  func checkTime(of result: RunResult, _ handout: Handout) throws {
    let late = result.timeouts.filter { !handout.mayFail($0.cell) }.map { cell, error in
      var error = error
      let line = handout.notebook.cells[cell].position.line
      error.help =
        "The cell is at line \(line) of the handout. Try again when the machine has less to do, allow "
        + "more time with '--timeout', or say '//| error: true' in it if it needs a solution."
      return error
    }
    guard late.isEmpty else { throw NotebookErrors(diagnostics: late) }
  }

  /// The documents of a run and their receipt.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they were in the run.
  ///   - log: What its cells brought forth.
  func documents(
    of notebook: Notebook, log: ExecutionLog, as view: DocumentView, for targets: [OutputTarget]
  ) throws -> (documents: [RenderedDocument], receipt: Receipt) {
    let (shown, shownLog) = try shown(of: notebook, log: log, as: view)
    let paper = view.paper ?? notebook.frontMatter.paperSize
    let makers = try view.makers ?? (Version.current, compilerVersion())
    let receipt = Receipt(
      of: notebook, source: shown.source.text, variant: view.variant.rawValue,
      paper: paper.rawValue, recipient: view.recipient, allowsErrors: view.allowsErrors,
      program: makers.program, compiler: makers.compiler, answers: log.answers,
      seal: view.variant == .handout ? .sealed(salt: notebook.frontMatter.salt) : .open)
    var context = ReportContext(
      seed: notebook.frontMatter.seed,
      parameters: notebook.frontMatter.parameters.map {
        ReportContext.Parameter(name: $0.name, value: $0.value.text)
      }, version: makers.program, folder: view.folder)
    context.variant = view.variant
    context.paper = paper
    context.recipient = view.recipient
    context.receipt = receipt.text
    context.previewNumber = view.previewNumber
    let documents = try targets.map {
      try writers.document(for: shown, log: shownLog, context: context, target: $0)
    }
    return (documents, receipt)
  }

  private func shown(
    of notebook: Notebook, log: ExecutionLog, as view: DocumentView
  ) throws -> (Notebook, ExecutionLog) {
    switch view.variant {
    case .report: return (notebook, log)
    case .key:
      let key = AnswerKey(of: notebook, log: log)
      return (key.notebook, key.log)
    case .handout:
      let complete = try Handout(of: notebook, log: log, taint: view.taint)
      let known = try view.studentProgram?.run(complete.notebook)?.log
      let handout = complete.confirmed(
        by: try known ?? studentRun(complete, view.options))
      return (handout.notebook, handout.log)
    }
  }
}
