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
  let typesetter: MathTypesetter
  let writers: DocumentWriters

  private let searchPath = Installation.variable("PATH") ?? ""

  init(_ installation: Installation) {
    self.installation = installation
    typesetter = MathTypesetter(cache: cache)
    writers = DocumentWriters(
      templates: installation.templates, typesetter: typesetter, cache: cache)
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
      let run = try NotebookRun(
        notebook, options: options, libraries: installation.libraries,
        folders: RunFolders(cache: cache.folder, temporary: temporary.path), path: searchPath,
        observer: observer)
      try meanwhile()
      return try run.finish()
    }
  }

  /// Fails where a formula or a picture of the notebook is wrong.
  ///
  /// - Parameter folder: The folder of its pictures, if it has one.
  /// - Throws: `NotebookErrors`.
  func check(_ notebook: Notebook, folder: String?) throws {
    let faults = ReportChecker(typesetter: typesetter).diagnostics(for: notebook, folder: folder)
    guard faults.isEmpty else { throw NotebookErrors(diagnostics: notebook.warnings + faults) }
  }

  /// The version of the Swift compiler that the cells are compiled by, such as `Swift 6.3.1`.
  func compilerVersion() throws -> String {
    try Toolchain(path: searchPath).version(cache: cache)
  }
}
