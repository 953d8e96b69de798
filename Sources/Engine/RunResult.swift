import CellEvents
import Diagnostics

/// What a run of a notebook yields.
public struct RunResult: Sendable {
  /// All that the cells brought forth.
  public var log: ExecutionLog
  /// The compiler's warnings, in the notebook's places.
  public var warnings: [Diagnostic]
  /// The errors that the run was allowed to pass over and that no cell announced by `error: true`.
  public var passedErrors: [Diagnostic]
  /// Those of the errors passed over that say that a cell ran longer than it may, each with the cell's
  /// index: on a machine with less to do it might not have.
  public var timeouts: [(cell: Int, error: Diagnostic)] = []
  /// Whether a cell came to a limit on time, memory or output. Such a run is not kept: another one may have
  /// other limits.
  public var reachedLimit = false
  /// The files and folders that the cells read, looked for or listed, on which the results depend.
  public var looks: Set<FileAccess>
  /// The paths of the files that the cells wrote and left.
  public var leftFiles: Set<String>
  /// Whether nothing had to be run.
  public var isFromCache: Bool
}

/// What happens while a notebook runs, for a progress display.
public enum RunProgress: Sendable {
  /// The program is being compiled.
  case compiling
  /// The cell with this index begins.
  case cell(Int)
  /// What the running cell says of its progress.
  case note(String)
  /// Time goes by.
  case waiting
}
