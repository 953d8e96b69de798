import CellEvents
import Diagnostics
import NotebookFormat
import Platform

/// A notebook's cells, compiled: a program that runs with any seed and parameters, also several times at
/// once.
///
/// It is there as long as the temporary folder of the run that made it.
public struct CellProgram: Sendable {
  let path: String
  let toolchain: Toolchain
  let libraries: CellLibraries
  var options: RunOptions
  /// The folder for the files of one run.
  let folder: String
  var warnings: [Diagnostic] = []
  /// Where what cells bring forth is kept for later runs; nil where it is not.
  var keptCells: KeptCells?
  /// What was cut from the cells because it fails.
  var failures: [CellFailure] = []

  /// Runs the cells.
  ///
  /// - Parameter notebook: The notebook that was compiled, its seed and parameters as they are to be.
  /// - Returns: What they brought forth; nil where a cell failed under these values, which
  ///   ``NotebookRun`` tells more about.
  /// - Throws: `SystemError`.
  public func run(_ notebook: Notebook) throws -> RunResult? {
    let outcome = try execute(notebook) { _ in }
    return outcome.ending == nil ? result(of: notebook, outcome) : nil
  }

  /// What the run of a notebook has brought forth, with the failures that were cut.
  func result(of notebook: Notebook, _ outcome: CellProcessOutcome) -> RunResult {
    var log = outcome.log
    let writer = DiagnosticWriter(quoting: [notebook.source])
    for failure in failures {
      log.outputs[failure.cell, default: []].append(.failure(writer.text(of: failure.diagnostic)))
    }
    let unexpected = failures.filter { !notebook.expectsError($0.cell) }
    return RunResult(
      log: log,
      warnings: warnings
        + outcome.notKept.compactMap { notebook.notKept(notebook.cells[$0.cell], $0.reason) }
        + notebook.warningsOfEmptyFigures(log),
      passedErrors: unexpected.map(\.diagnostic),
      timeouts: unexpected.filter(\.isTimeout).map { ($0.cell, $0.diagnostic) },
      reachedLimit: failures.contains(where: \.isByLimit),
      looks: Set(outcome.accesses.filter(\.isLook)),
      leftFiles: outcome.accesses.leftFiles(outside: folder), isFromCache: false)
  }

  func execute(
    _ notebook: Notebook, observer: @escaping (RunProgress) -> Void
  ) throws -> CellProcessOutcome {
    let values =
      [("seed", String(notebook.frontMatter.seed))]
      + notebook.frontMatter.parameters.map { ($0.name, $0.value.text) }
    let parameters = values.map { "\($0.0)\u{1F}\($0.1)" }.joined(separator: "\u{1E}")
    let cellFolder = try cellFolder()
    var confinement = options.confinement
    confinement?.readable.append(toolchain.libraries)
    let home = confinement == nil ? folder : cellFolder
    let process = try CellProcess(
      program: path, host: libraries.host, folder: cellFolder,
      confinement: confinement,
      environment: [
        "SWIFT_DETERMINISTIC_HASHING=1", "SWIFT_BACKTRACE=enable=no", "LANG=C.UTF-8",
        "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin", "HOME=\(home)", "TMPDIR=\(home)",
        "NBRUN_PARAMETERS=\(parameters)",
      ] + (keptCells?.environment ?? []) + options.environment,
      limits: options.limits,
      timeouts: notebook.cells.reduce(into: [:]) { $0[$1.index] = $1.options.timeout },
      cellCount: notebook.cells.count,
      observer: { event in
        switch event {
        case .started(let cell): observer(.cell(cell))
        case .progress(let text): observer(.note(text))
        default: break
        }
      },
      waiting: { observer(.waiting) })
    return process.outcome()
  }

  /// The folder in which the cells run: for strangers' cells one that holds what they are given.
  private func cellFolder() throws -> String {
    guard let confinement = options.confinement else { return options.folder }
    let path = "\(folder)/cells"
    Files.remove(path)
    try Files.makeFolder(path)
    for file in confinement.files {
      let copy = "\(path)/\(file.name)"
      try Files.makeFolder(copy.parentFolder)
      try Files.replace(copy, with: Files.read(file.path))
    }
    return path
  }
}

extension Notebook {
  /// Whether the author says that the cell fails: `error: true`.
  func expectsError(_ cell: Int) -> Bool { cells[cell].options.error ?? false }
}
