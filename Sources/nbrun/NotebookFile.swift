import Diagnostics
import Glibc
import NotebookFormat
import Platform

/// The notebook that a command line names.
struct NotebookFile {
  /// The path, or `-`.
  let path: String

  init(_ operands: [String]) throws {
    guard let first = operands.first else {
      throw UsageError("no notebook is given")
    }
    guard operands.count == 1 else {
      throw UsageError("one notebook at a time: '\(operands[1])' is too much")
    }
    path = first
  }

  /// Whether the notebook comes from standard input.
  var isStandardInput: Bool { path == "-" }

  /// The name under which messages speak of it.
  var name: String {
    isStandardInput ? "stdin.nb" : String(path.split(separator: "/").last ?? "")
  }

  /// The folder that pictures and the cells' files are in.
  var folder: String {
    guard !isStandardInput, path.contains("/") else { return "." }
    let folder = path.parentFolder
    return folder.isEmpty ? "/" : folder
  }

  /// Where a document goes where nothing is said: beside the notebook, with another ending.
  func defaultOutput(ending: String) -> String {
    if isStandardInput { return "-" }
    return (path.hasSuffix(".nb") ? String(path.dropLast(3)) : path) + ".\(ending)"
  }

  /// Where a document of the given format goes where nothing is said.
  func output(for format: DocumentFormat) -> String {
    if isStandardInput { return "-" }
    return (path.hasSuffix(".nb") ? String(path.dropLast(3)) : path) + ".\(format.rawValue)"
  }

  /// The notebook's text.
  ///
  /// - Throws: `Diagnostic` where it cannot be read, `NotebookErrors` where it is no text.
  func source() throws -> SourceText {
    do {
      let bytes =
        isStandardInput
        ? try Files.read(descriptor: 0, name: "standard input") : try Files.read(path)
      return try NotebookReader.text(of: bytes, name: name)
    } catch let error as SystemError {
      throw Diagnostic(.error, "\(error)", help: error.code == ENOENT ? suggestedFile() : nil)
    }
  }

  private func suggestedFile() -> String? {
    let names = Files.entries(of: folder).filter { $0.hasSuffix(".nb") }
    return suggestion(for: name, among: names)
  }
}
