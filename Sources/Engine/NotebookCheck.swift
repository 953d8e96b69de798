import Diagnostics
import NotebookFormat
import Platform

/// Has the compiler check a notebook's cells without running them.
public final class NotebookCheck {
  private let notebook: Notebook
  private let states: [CellState]
  private let build: ProgramBuild

  /// Starts the compiler.
  ///
  /// - Throws: `SystemError`, or a `Diagnostic` where there is no compiler.
  public init(
    _ notebook: Notebook, libraries: CellLibraries, folders: RunFolders, path: String
  ) throws {
    self.notebook = notebook
    states = notebook.cells.map(CellState.init)
    let notebook = notebook.withValuesInTurn(in: states)
    build = try ProgramBuild(
      Program(notebook: notebook, cells: states) { _ in false },
      optimized: false, toolchain: Toolchain(path: path), libraries: libraries,
      folder: folders.temporary, cache: ContentCache(folder: folders.cache), usesCache: true)
  }

  /// Waits for the compiler and returns its errors and warnings.
  public func finish() throws -> [Diagnostic] {
    let syntax = SyntaxErrors(
      in: states, values: notebook.inlineValues, fileName: notebook.source.name
    ).errors
    let early = EarlyUses(in: states, fileName: notebook.source.name).errors
    let compiled = try build.finish(fileName: notebook.source.name)
    let errors = syntax.isEmpty ? early + compiled : syntax
    return errors.inOrder(of: notebook.source.name).map(\.diagnostic)
      + build.warnings(for: notebook)
  }
}
