import CellEvents
import Diagnostics
import NotebookFormat

extension Notebook {
  /// Warnings of cells that have a figure's or a table's label or a caption, and show nothing that could
  /// bear it.
  func warningsOfEmptyFigures(_ log: ExecutionLog) -> [Diagnostic] {
    cells.compactMap { cell in
      let label = cell.options.label.flatMap { targets[$0] == nil ? nil : $0 }
      let isListing = label.map { targets[$0]?.kind == .listing } ?? false
      guard label != nil || cell.caption != nil, !isListing, cell.options.warning ?? true,
        cell.options.eval ?? true
      else { return nil }
      let what = label.map { "the cell with the label '\($0)'" } ?? "the cell with a caption"
      let isHidden = cell.options.include == false || cell.options.output == false
      guard isHidden || log.outputs[cell.index]?.isEmpty ?? true else { return nil }
      return Diagnostic(
        .warning, "\(what) shows nothing", file: source.name, at: cell.position,
        help: isHidden
          ? "Its output is left out: give the label and the caption to a cell that is shown."
          : "End it with the value or the figure to be shown, or take label and caption away.")
    }
  }
}
