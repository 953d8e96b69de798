import Diagnostics
import NotebookFormat

/// The warnings of what another run of a notebook, or another machine, does not repeat.
struct UnrepeatableCalls {
  /// A warning for each, in document order.
  let warnings: [Diagnostic]

  /// Looks through the cells that want to hear of it.
  init(in cells: [CellState], of notebook: Notebook) {
    let importsLibrary = cells.contains {
      !$0.analysis.usedNames.isDisjoint(with: UnrepeatableCall.libraries)
    }
    warnings = cells.filter { $0.cell.options.warning ?? true }.flatMap { state in
      state.analysis.unrepeatableCalls.filter { importsLibrary || !$0.needsLibrary }.map { call in
        Diagnostic(
          .warning, call.message, file: notebook.source.name,
          at: state.cell.position(ofByte: call.offset), help: call.help)
      }
    }
  }
}
