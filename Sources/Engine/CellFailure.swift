import Diagnostics
import NotebookFormat

/// An error of one cell: what the reader is told, and where the cell has to be cut to go on.
struct CellFailure {
  /// The cell's index.
  var cell: Int
  /// The number of the cell's statements before the one that failed.
  var goodStatements: Int
  /// What is wrong, in the notebook's place.
  var diagnostic: Diagnostic
  /// Whether the cell ran longer than it may, which depends on what else the machine does.
  var isTimeout = false
  /// Whether the cell came to a limit of the run; with another one it might not fail.
  var isByLimit = false
}

extension CellFailure {
  /// The failure of a program that did not reach its end.
  ///
  /// - Parameter frames: Turns addresses into the notebook's places, innermost first.
  init(
    _ ending: CellProcessOutcome.Ending, in state: CellState, fileName: String,
    frames: (String) -> [Symbolizer.Frame]
  ) {
    let (message, help, addresses) = Self.words(ending)
    let stack = frames(addresses)
    let position = stack.first?.position ?? state.cell.codePosition
    let statement = stack.last { state.cell.byte(at: $0.position) != nil }
      .flatMap { state.cell.byte(at: $0.position) }
      .flatMap { state.analysis.statement(at: $0) }
    var diagnostic = Diagnostic(
      .error, message ?? Self.silentTrap, file: fileName, at: position,
      help: state.cell.options.error == true ? nil : help)
    if let caller = stack.last?.position, caller.line != position.line {
      diagnostic.notes = [
        Diagnostic(.note, "reached from here", file: fileName, at: caller)
      ]
    }
    cell = state.cell.index
    goodStatements = statement ?? 0
    isTimeout = ending.isTimeout
    isByLimit = ending.isByLimit
    self.diagnostic = diagnostic
  }

  /// What the checks that Swift compiles into arithmetic say: nothing; so their causes are listed.
  private static let silentTrap =
    "arithmetic overflow, or a number that does not fit the type it is converted to"

  /// Why a program ended of which no cell is known.
  static func words(for ending: CellProcessOutcome.Ending) -> String {
    words(ending).message ?? silentTrap
  }

  private static func words(
    _ ending: CellProcessOutcome.Ending
  ) -> (message: String?, help: String?, addresses: String) {
    switch ending {
    case .timeout(let seconds, let addresses):
      let limit = seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
      let more = Int(max(1, 10 * seconds).rounded())
      return (
        "the cell ran longer than \(limit) s",
        "Look for a loop that does not end, or allow more time with '//| timeout: \(more)' "
          + "in the cell or '--timeout \(more)' on the command line.", addresses
      )
    case .totalTimeout(let addresses):
      return ("all cells together ran longer than they may", nil, addresses)
    case .tooMuchOutput(let bytes, let addresses):
      return (
        "the cell put out more than \(bytes >> 20) MiB",
        "Look for a loop that prints without end, or print a summary.", addresses
      )
    case .tooManyFiles(let bytes, let addresses):
      return (
        "the cells wrote more than \(bytes >> 20) MiB of files", "Write less, or nothing at all.",
        addresses
      )
    case .vanished(let code, let message):
      let help = code == 0 ? "A cell ends at its last line; remove the call that ends it." : nil
      return (message.isEmpty ? "the cells' process ended with code \(code)" : message, help, "")
    case .broken(let reason, let message, let addresses, let throwAddresses):
      let thrown = "Error raised at top level: "
      if message.hasPrefix(thrown) {
        let error = message.dropFirst(thrown.count)
        if let failure = FoundationFailure(error) {
          return (
            "the cell threw an error: \(failure.sentence)",
            failure.isMissingFile
              ? "Put the file beside the notebook; names are read from its folder."
              : "Handle it with 'do … catch', or show it in the report with '//| error: true'.",
            throwAddresses
          )
        }
        return (
          "the cell threw an error: \(error.withoutModule)",
          "Handle it with 'do … catch', or show it in the report with '//| error: true'.",
          throwAddresses
        )
      }
      if reason.hasPrefix("exit ") {
        return (
          "the cell called exit(\(reason.dropFirst(5)))",
          "A cell ends at its last line; remove the call.", addresses
        )
      }
      if reason == "overflow" {
        return (
          "the stack overflowed", "Look for a function that calls itself without end.", addresses
        )
      }
      if CellProcessOutcome.Ending.tellsOfMemory(message) {
        return (
          "the cells used more memory than they may",
          "Use smaller arrays, or allow more with '--memory'.", addresses
        )
      }
      if !message.isEmpty { return (message, nil, addresses) }
      return (reason == "Illegal instruction" ? nil : reason, nil, addresses)
    }
  }
}

extension Substring {
  /// A value's description without the name of the program's own module, `notebook.`.
  fileprivate var withoutModule: Substring {
    hasPrefix("notebook.") ? dropFirst("notebook.".count) : self
  }
}
