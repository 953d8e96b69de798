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
  private var states: [CellState] = []
  private var failures: [CellFailure] = []
  private var cached: RunRecord?
  private var compilation: ProgramBuild?
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
    folder = folders.temporary
    cache = ContentCache(folder: folders.cache)
    if mayUseCachedResults {
      cached = RunRecord.load(key, from: cache, notebook: notebook, folder: workingFolder)
      if cached != nil { return }
    }
    states = notebook.cells.map(CellState.init)
    compilation = try build()
  }

  /// Waits for the compiler and runs the cells.
  ///
  /// - Throws: `NotebookErrors` with the errors that end the run; `SystemError`.
  public func finish() throws -> RunResult {
    if let cached {
      return RunResult(
        log: cached.log, warnings: cached.warnings, passedErrors: cached.passedErrors,
        readsFiles: !cached.readFiles.isEmpty, isFromCache: true)
    }
    while let compilation {
      if let outcome = try attempt(compilation) {
        let record = RunRecord(
          log: logWithFailures(outcome.log), warnings: compilation.warnings(for: notebook),
          passedErrors: failures.filter { !expectsError($0.cell) }.map(\.diagnostic),
          cellLines: notebook.cells.map(\.codePosition.line),
          readFiles: outcome.readFiles.map(RunRecord.ReadFile.init), folder: workingFolder)
        if notebook.cells.allSatisfy({ $0.options.cache ?? true }) { record.store(key, in: cache) }
        return RunResult(
          log: record.log, warnings: record.warnings, passedErrors: record.passedErrors,
          readsFiles: !record.readFiles.isEmpty, isFromCache: false)
      }
      self.compilation = try build()
    }
    preconditionFailure("a run was finished twice")
  }
}

extension NotebookRun {
  private var mayUseCachedResults: Bool {
    options.usesCache && notebook.cells.allSatisfy { $0.options.cache ?? true }
  }

  private var workingFolder: String { Files.realPath(options.folder) ?? options.folder }

  private func build() throws -> ProgramBuild {
    observer(.compiling)
    let missing = states.reduce(into: Set<String>()) { $0.formUnion($1.missingNames) }
    let program = Program(notebook: notebook, cells: states) { value in
      !CellAnalysis(code: value.expression).usedNames.isDisjoint(with: missing)
    }
    return try ProgramBuild(
      program, optimized: notebook.cells.contains { $0.options.optimize ?? false },
      toolchain: Toolchain(path: path), libraries: libraries,
      confinement: options.confinement, folder: folder, cache: cache, usesCache: options.usesCache)
  }

  /// Compiles and runs once; nil where a cell failed that may, and another turn is needed.
  private func attempt(_ build: ProgramBuild) throws -> CellProcessOutcome? {
    let early = EarlyUses(in: states, fileName: notebook.source.name).errors
    let errors = try early + build.finish()
    if !errors.isEmpty {
      try passOver(CompileFailures(errors, states: states, notebook: notebook).failures)
      return nil
    }
    let outcome = try execute(build.programPath, toolchain: build.toolchain)
    guard let ending = outcome.ending else { return outcome }
    let symbolizer = Symbolizer(
      tool: "\(build.toolchain.binaries)/llvm-symbolizer", fileName: notebook.source.name)
    guard let cell = outcome.lastCell else {
      throw NotebookErrors(diagnostics: [Diagnostic(.error, "the cells ended at once: \(ending)")])
    }
    let failure = CellFailure(ending, in: states[cell], fileName: notebook.source.name) {
      symbolizer.frames(of: $0, in: build.programPath)
    }
    try passOver([failure])
    return nil
  }

  /// Whether the author says that the cell fails: `error: true`.
  private func expectsError(_ cell: Int) -> Bool { notebook.cells[cell].options.error ?? false }

  /// Cuts the cells that failed, or ends the run where one of them may not fail.
  private func passOver(_ found: [CellFailure]) throws {
    let fatal = found.filter { !(options.allowErrors || expectsError($0.cell)) }
    guard fatal.isEmpty else { throw NotebookErrors(diagnostics: fatal.map(\.diagnostic)) }
    for failure in found {
      states[failure.cell].statementCount = min(
        states[failure.cell].statementCount - 1, failure.goodStatements)
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
        states[index].statementCount = 0
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

  /// The folder in which the cells run: for strangers' cells an empty one.
  private func cellFolder() throws -> String {
    guard options.confinement != nil else { return options.folder }
    let path = "\(folder)/cells"
    Files.remove(path)
    try Files.makeFolder(path)
    return path
  }

  private func execute(_ program: String, toolchain: Toolchain) throws -> CellProcessOutcome {
    let values =
      [("seed", String(notebook.frontMatter.seed))]
      + notebook.frontMatter.parameters.map { ($0.name, $0.value.text) }
    let parameters = values.map { "\($0.0)\u{1F}\($0.1)" }.joined(separator: "\u{1E}")
    let cellFolder = try cellFolder()
    var confinement = options.confinement
    confinement?.readable.append(toolchain.libraries)
    let home = confinement == nil ? folder : cellFolder
    let process = try CellProcess(
      program: program, host: libraries.host, folder: cellFolder,
      confinement: confinement,
      environment: [
        "SWIFT_DETERMINISTIC_HASHING=1", "SWIFT_BACKTRACE=enable=no", "LANG=C.UTF-8",
        "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", "HOME=\(home)", "TMPDIR=\(home)",
        "NBRUN_PARAMETERS=\(parameters)",
      ] + options.environment,
      limits: options.limits,
      timeouts: notebook.cells.reduce(into: [:]) { $0[$1.index] = $1.options.timeout },
      observer: { [observer] event in
        switch event {
        case .started(let cell): observer(.cell(cell))
        case .progress(let text): observer(.note(text))
        default: break
        }
      },
      waiting: { [observer] in observer(.waiting) })
    return process.outcome()
  }

  private func logWithFailures(_ log: ExecutionLog) -> ExecutionLog {
    var log = log
    let writer = DiagnosticWriter(quoting: [notebook.source])
    for failure in failures {
      log.outputs[failure.cell, default: []].append(.failure(writer.text(of: failure.diagnostic)))
    }
    return log
  }
}
