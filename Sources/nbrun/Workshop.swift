import CellEvents
import Diagnostics
import Engine
import NotebookFormat
import Platform
import Reports

/// What every command needs that runs notebooks and writes their documents.
struct Workshop {
  let installation: Installation
  let cache = ContentCache(folder: Installation.cacheFolder)
  private let checker: ReportChecker
  let writers: DocumentWriters

  private let searchPath = Installation.variable("PATH") ?? ""

  init(_ installation: Installation) {
    self.installation = installation
    let typesetter = MathTypesetter(cache: cache)
    let highlighter = SwiftHighlighter()
    checker = ReportChecker(typesetter: typesetter, highlighter: highlighter)
    writers = DocumentWriters(
      templates: installation.templates, typesetter: typesetter, highlighter: highlighter,
      cache: cache)
  }

  /// Compiles and runs a notebook.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they are to be.
  ///   - observer: Is told how the run goes on.
  ///   - meanwhile: What is done while the compiler works.
  func run(
    _ notebook: Notebook, _ options: RunOptions,
    observer: @escaping (RunProgress) -> Void = { _ in },
    meanwhile: () throws -> Void = {}
  ) throws -> RunResult {
    let temporary = try TemporaryFolder()
    return try withExtendedLifetime(temporary) {
      let run = try start(notebook, options, in: temporary, observer: observer)
      try meanwhile()
      return try run.finish()
    }
  }

  /// Compiles and runs a notebook, and keeps the program to run it again.
  ///
  /// - Parameter folder: Where the program is; it has to be there as long as the program is run.
  func compile(
    _ notebook: Notebook, _ options: RunOptions, in folder: TemporaryFolder,
    meanwhile: () throws -> Void
  ) throws -> (result: RunResult, program: CellProgram) {
    precondition(!options.keepsResults, "results that are there already have no program")
    let run = try start(notebook, options, in: folder, observer: { _ in })
    try meanwhile()
    let result = try run.finish()
    guard let program = run.program else { preconditionFailure("a finished run has no program") }
    return (result, program)
  }

  private func start(
    _ notebook: Notebook, _ options: RunOptions, in folder: TemporaryFolder,
    observer: @escaping (RunProgress) -> Void
  ) throws -> NotebookRun {
    try NotebookRun(
      notebook, options: options, libraries: installation.libraries,
      folders: RunFolders(cache: cache.folder, temporary: folder.path), path: searchPath,
      observer: observer)
  }

  /// Fails where a formula or a picture of the notebook is wrong.
  ///
  /// - Parameter folder: The folder of its pictures, if it has one.
  /// - Throws: `NotebookErrors`.
  func check(_ notebook: Notebook, folder: String?) throws {
    let faults = checker.diagnostics(for: notebook, folder: folder)
    guard faults.isEmpty else { throw NotebookErrors(diagnostics: notebook.warnings + faults) }
  }

  /// The version of the Swift compiler that the cells are compiled by, such as `Swift 6.3.1`.
  func compilerVersion() throws -> String {
    try Toolchain(path: searchPath).version(cache: cache)
  }
}
