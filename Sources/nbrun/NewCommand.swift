import Diagnostics
import Platform

/// `nbrun new NAME`: writes a notebook to begin with.
struct NewCommand {
  private let path: String

  init(_ arguments: [String]) throws {
    let operands = try ArgumentReader(arguments, options: []).operands
    guard operands.count == 1, let name = operands.first, !name.isEmpty else {
      throw UsageError("'nbrun new' takes one name")
    }
    path = name.hasSuffix(".nb") ? name : "\(name).nb"
  }

  /// Writes the notebook.
  func run() throws {
    guard !Files.exists(path) else {
      throw Diagnostic(
        .error, "'\(path)' is there already", help: "Take another name, or remove it first.")
    }
    let template = try Files.read("\(Installation.current().templates)/starter.nb")
    try Files.replace(path, with: template)
    print("Wrote \(path). Render it with: nbrun \(path)")
  }
}
