import Diagnostics
import Engine
import NotebookFormat
import Platform
import Reports

/// `nbrun check FILE.nb`: everything short of running.
struct CheckCommand {
  private let input: NotebookFile

  init(_ arguments: [String]) throws {
    input = try NotebookFile(ArgumentReader(arguments, options: []).operands)
  }

  /// Checks the notebook and returns the exit code.
  func run() throws -> Int32 {
    var found: [Diagnostic] = []
    var sources: [SourceText] = []
    do {
      let source = try input.source()
      sources = [source]
      found = try diagnostics(NotebookReader().read(source))
    } catch let error as NotebookErrors {
      found = error.diagnostics
    }
    printErrors(found, quoting: sources)
    let isWrong = found.contains { $0.severity == .error }
    return isWrong ? CommandLineTool.ExitCode.failure : CommandLineTool.ExitCode.success
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
}
