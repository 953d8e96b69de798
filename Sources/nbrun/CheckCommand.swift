import Diagnostics
import Engine
import Grading
import NotebookFormat
import Platform
import Reports

/// `nbrun check FILE.nb`: everything short of running; with `--grading` whether it grades as it should.
struct CheckCommand {
  private let input: NotebookFile
  private let checksGrading: Bool
  private let options: RunOptions

  init(_ arguments: [String]) throws {
    let reader = try ArgumentReader(
      arguments,
      options: [
        .init("--grading"), .init("--param", "-P", takesValue: true),
        .init("--timeout", takesValue: true), .init("--memory", takesValue: true),
      ])
    input = try NotebookFile(reader.operands)
    checksGrading = reader.has("--grading")
    var options = try RunOptions(reader)
    options.folder = input.folder
    self.options = options
  }

  /// Checks the notebook and returns the exit code.
  func run() throws -> Int32 {
    var found: [Diagnostic] = []
    var sources: [SourceText] = []
    do {
      let source = try input.source()
      sources = [source]
      let notebook = try options.applied(to: NotebookReader().read(source))
      found = try diagnostics(notebook)
      if checksGrading, !found.isFailure { found += try gradingFaults(of: notebook) }
    } catch let error as NotebookErrors {
      found = error.diagnostics
    }
    printErrors(found, quoting: sources)
    return found.isFailure ? CommandLineTool.ExitCode.failure : CommandLineTool.ExitCode.success
  }

  private func diagnostics(_ notebook: Notebook) throws -> [Diagnostic] {
    let folder = try TemporaryFolder()
    let cache = ContentCache(folder: Installation.cacheFolder)
    let check = try NotebookCheck(
      notebook, libraries: Installation.current().libraries,
      folders: RunFolders(cache: cache.folder, temporary: folder.path),
      path: Installation.variable("PATH") ?? "")
    let report = ReportChecker(typesetter: MathTypesetter(cache: cache)).diagnostics(
      for: notebook, folder: input.isStandardInput ? nil : input.folder)
    return notebook.warnings + report + (try check.finish())
  }

  /// Runs the notebook, itself and its untouched handout as students' notebooks, and says what they earn.
  private func gradingFaults(of notebook: Notebook) throws -> [Diagnostic] {
    let students = try StudentRuns(Workshop(Installation.current()))
    let result = try students.workshop.run(notebook, options)
    let log = result.log
    let handout = try Handout(of: notebook, log: log).notebook
    let assignment = Assignment(
      notebook, handout: handout, looks: result.looks, in: students.workshop, options)
    let test = SelfTest(
      of: notebook, log: log,
      repeated: try students.run(notebook.source, of: assignment, options).log,
      handout: try students.run(handout.source, of: assignment, options).log)
    print("\(input.name): \(test.summary)")
    return test.diagnostics
  }
}

extension [Diagnostic] {
  fileprivate var isFailure: Bool { contains { $0.severity == .error } }
}
