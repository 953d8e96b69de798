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
    let isPlain = path.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte >= 0x80 || "-_./".utf8.contains(byte)
    }
    let word = isPlain ? path : "'\(path.replacing("'", with: "'\\''"))'"
    print("Wrote \(path). Render it with: nbrun \(word)")
  }
}
