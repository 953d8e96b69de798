import CellEvents
import Diagnostics
import NotebookFormat
import Platform

/// One run of a notebook: it begins with `init`, which starts the compiler and returns, so that the
/// caller can prepare the document meanwhile; `finish()` waits and runs the cells.
///
///     read → assemble → compile → execute → result
///          ↘ cache hit ───────────────────↗
///
/// An error that may be passed over (`error: true` on its cell, or `allowErrors`) costs another
/// turn: the cell is cut before the statement that failed, cells that need what it would have
/// declared are left out, and the rest runs again from the top. Runs repeat exactly, so nothing
/// that the reader has seen changes by it.
public final class NotebookRun {
  private let notebook: Notebook
  private let options: RunOptions
  private let libraries: CellLibraries
  private let observer: (RunProgress) -> Void
  private let folder: String
  private let cache: ContentCache
  private let path: String
  /// When the cells have to be done.
  private let end: Double
  private var states: [CellState] = []
  private var failures: [CellFailure] = []
  private var cached: RunRecord?
  private var compilation: ProgramBuild?
  /// The compiled cells, once the run is finished; nil where its results came from the cache.
  public private(set) var program: CellProgram?
  private lazy var key = RunRecord.key(
    notebook: notebook, options: options, libraries: libraries, path: path)

  /// Starts a run.
  ///
  /// - Parameters:
  ///   - notebook: The notebook, its seed and parameters as they are to be.
  ///   - path: The PATH on which the Swift compiler is looked for.
  ///   - observer: Is told how the run goes on.
  /// - Throws: `SystemError`, or a `Diagnostic` where there is no compiler.
  public init(
    _ notebook: Notebook, options: RunOptions, libraries: CellLibraries, folders: RunFolders,
    path: String, observer: @escaping (RunProgress) -> Void = { _ in }
  ) throws {
    self.notebook = notebook
    self.options = options
    self.libraries = libraries
    self.observer = observer
    self.path = path
    end = Clock.seconds() + options.limits.total
    folder = folders.temporary
    cache = ContentCache(folder: folders.cache)
    if mayUseCachedResults {
      cached = RunRecord.load(key, from: cache, notebook: notebook, folder: workingFolder)
      if cached != nil { return }
    }
    states = notebook.cells.concurrentMap { CellState($0) }
    compilation = try build()
  }

  /// Waits for the compiler and runs the cells.
  ///
  /// - Throws: `NotebookErrors` with the errors that end the run; `SystemError`.
  public func finish() throws -> RunResult {
    if let cached {
      return RunResult(
        log: cached.log, warnings: cached.warnings, passedErrors: cached.passedErrors,
        looks: Set(cached.looks.map(\.access)),
        leftFiles: Set(cached.leftFiles.map(\.access.path)), isFromCache: true)
    }
    while let compilation {
      if let (program, outcome) = try attempt(compilation) {
        self.program = program
        self.compilation = nil
        let result = program.result(of: notebook, outcome)
        let record = RunRecord(
          log: result.log, warnings: result.warnings, passedErrors: result.passedErrors,
          cellPositions: notebook.cells.map(\.codePosition),
          looks: result.looks.map(RunRecord.Look.init),
          leftFiles: result.leftFiles.map { RunRecord.Look(FileAccess(.read, $0)) },
          folder: workingFolder)
        if options.keepsResults && !result.reachedLimit && outcome.accesses.areRepeatable
          && notebook.cells.allSatisfy({ $0.options.cache ?? true })
        {
          record.store(key, in: cache)
        }
        return result
      }
      self.compilation = try build()
    }
    preconditionFailure("a run was finished twice")
  }
}

extension NotebookRun {
  private var mayUseCachedResults: Bool {
    options.usesCache && options.keepsResults
      && notebook.cells.allSatisfy { $0.options.cache ?? true }
  }

  private var workingFolder: String { Files.realPath(options.folder) ?? options.folder }

  private func build() throws -> ProgramBuild {
    observer(.compiling)
    let missing = states.reduce(into: Set<String>()) { $0.formUnion($1.missingNames) }
    let notebook = notebook.withValuesInTurn(in: states)
    let isOptimized = notebook.cells.contains { $0.options.optimize ?? false }
    let program = Program(
      notebook: notebook, cells: states, mayHaveTwoFiles: !isOptimized && Processors.count > 1
    ) { value in
      !CellAnalysis(code: value.expression).usedNames.isDisjoint(with: missing)
    }
    return try ProgramBuild(
      program, optimized: isOptimized,
      toolchain: Toolchain(path: path), libraries: libraries,
      confinement: options.confinement, folder: folder, cache: cache, usesCache: options.usesCache)
  }

  /// Compiles and runs once; nil where a cell failed that may, and another turn is needed.
  private func attempt(
    _ build: ProgramBuild
  ) throws -> (program: CellProgram, outcome: CellProcessOutcome)? {
    let syntax = SyntaxErrors(
      in: states, values: notebook.inlineValues, fileName: notebook.source.name
    ).errors
    let early = EarlyUses(in: states, fileName: notebook.source.name).errors
    let compiled = try build.finish(fileName: notebook.source.name)
    let errors = syntax.isEmpty ? early + compiled : syntax
    if !errors.isEmpty {
      try passOver(CompileFailures(errors, states: states, notebook: notebook).failures)
      return nil
    }
    var options = options
    options.limits.total = end - Clock.seconds()
    guard options.limits.total > 0 else {
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "all cells together ran longer than they may", file: notebook.source.name)
      ])
    }
    let program = CellProgram(
      path: build.programPath, toolchain: build.toolchain, libraries: libraries, options: options,
      folder: folder, warnings: build.warnings(for: notebook),
      keptCells: KeptCells(
        in: cache, options: options, toolchain: build.toolchain, libraries: libraries),
      failures: failures)
    defer { program.keptCells?.tidy() }
    let outcome = try program.execute(notebook, observer: observer)
    guard let ending = outcome.ending else { return (program, outcome) }
    let symbolizer = Symbolizer(
      tool: "\(build.toolchain.binaries)/llvm-symbolizer", fileName: notebook.source.name)
    guard let cell = outcome.lastCell else {
      throw NotebookErrors(diagnostics: [
        Diagnostic(
          .error, "the cells ended before the first began: \(CellFailure.words(for: ending))",
          file: notebook.source.name,
          at: symbolizer.frames(of: ending.addresses, in: build.programPath).first?.position)
      ])
    }
    let failure = CellFailure(ending, in: states[cell], fileName: notebook.source.name) {
      symbolizer.frames(of: $0, in: build.programPath)
    }
    try passOver([failure])
    return nil
  }

  /// Cuts the cells that failed, or ends the run where one of them may not fail.
  private func passOver(_ found: [CellFailure]) throws {
    // What fails with nothing left to cut would fail for ever.
    let fatal = found.filter {
      states[$0.cell].isLeftOut || !(options.allowErrors || notebook.expectsError($0.cell))
    }
    guard fatal.isEmpty else { throw NotebookErrors(diagnostics: fatal.map(\.diagnostic)) }
    for failure in found {
      states[failure.cell].cut(to: failure.goodStatements)
      failures.append(failure)
    }
    leaveOutDependents()
  }

  /// Leaves out the cells that use a name which a cut cell would have declared.
  private func leaveOutDependents() {
    var missing: [String: Int] = [:]
    for index in states.indices {
      let used = states[index].runnableStatements.reduce(into: Set<String>()) {
        $0.formUnion($1.usedNames)
      }
      if let name = used.sorted().first(where: { missing[$0] != nil }), let origin = missing[name] {
        let cell = states[index].cell
        states[index].cut(to: 0)
        failures.append(
          CellFailure(
            cell: index, goodStatements: 0,
            diagnostic: Diagnostic(
              .warning,
              "not run: '\(name)' is missing since the cell at line "
                + "\(notebook.cells[origin].position.line) failed",
              file: notebook.source.name, at: cell.codePosition)))
      }
      for name in states[index].missingNames { missing[name] = index }
    }
  }
}
