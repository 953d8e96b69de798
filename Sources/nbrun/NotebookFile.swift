import Diagnostics
import Glibc
import NotebookFormat
import Platform
import Reports

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

  /// The name without its ending.
  var baseName: String { name.droppingEnding(".nb").droppingEnding(".ipynb") }

  /// The folder that pictures and the cells' files are in.
  var folder: String {
    guard !isStandardInput, path.contains("/") else { return "." }
    let folder = path.parentFolder
    return folder.isEmpty ? "/" : folder
  }

  /// Where a document goes where nothing is said: beside the notebook, with another ending.
  func defaultOutput(ending: String) -> String {
    isStandardInput ? "-" : "\(path.droppingEnding(".nb").droppingEnding(".ipynb")).\(ending)"
  }

  /// The notebook's text.
  ///
  /// - Parameter convertsJupyter: Whether a Jupyter notebook is taken as what it becomes by `convert`.
  /// - Throws: `Diagnostic` where it cannot be read or is another kind of document, `NotebookErrors` where
  ///   it is no text.
  func source(convertsJupyter: Bool = false) throws -> SourceText {
    do {
      let bytes =
        isStandardInput
        ? try Files.read(descriptor: 0, name: "standard input") : try Files.read(path)
      let text = try NotebookReader.text(of: bytes, name: name)
      switch Self.otherKind(of: text.text) {
      case .jupyter where convertsJupyter:
        let files = "\(path.droppingEnding(".ipynb"))_files"
        return SourceText(
          name: name, text: try JupyterReader(folder: files).read(bytes, name: name).text)
      case .jupyter:
        throw Diagnostic(
          .error, "'\(name)' is a Jupyter notebook",
          help: "'nbrun convert FILE.ipynb' makes a notebook of nbrun's of it.")
      case .page:
        throw Diagnostic(
          .error, "'\(name)' is an HTML page, not a notebook",
          help: "Give the notebook that the page was made from.")
      case nil: return text
      }
    } catch let error as SystemError {
      throw Diagnostic(.error, "\(error)", help: error.code == ENOENT ? suggestedFile() : nil)
    }
  }

  private enum OtherKind { case jupyter, page }

  /// What a text is that one may take for a notebook; nil where it may be one.
  private static func otherKind(of text: String) -> OtherKind? {
    let start = text.drop(while: \.isWhitespace).prefix(15).lowercased()
    if start.hasPrefix("{"), text.contains("\"nbformat\"") { return .jupyter }
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html") ? .page : nil
  }

  private func suggestedFile() -> String? {
    let names = Files.entries(of: folder).filter { $0.hasSuffix(".nb") }
    return suggestion(for: name, among: names)
  }
}

extension String {
  /// The path without an ending that it may have.
  fileprivate func droppingEnding(_ ending: String) -> String {
    hasSuffix(ending) ? String(dropLast(ending.count)) : self
  }
}
