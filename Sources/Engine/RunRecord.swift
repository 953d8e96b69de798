import CellEvents
import Diagnostics
import NotebookFormat
import Platform

/// The stored result of a run.
struct RunRecord: Codable {
  var log: ExecutionLog
  var warnings: [Diagnostic]
  var passedErrors: [Diagnostic]
  /// Where the cells stood: what speaks of lines is worth nothing once they have moved.
  var cellLines: [Int]
  /// The files that the cells read, each with the digest of what was in it.
  var readFiles: [ReadFile]
  /// Where the cells ran, from which relative paths start.
  var folder: String

  /// A file that the cells read.
  struct ReadFile: Codable, Hashable {
    var path: String
    var digest: String

    /// The file as it is now.
    init(path: String) {
      self.path = path
      digest = (try? FileDigest.hex(of: path, .sha256)) ?? "absent"
    }
  }

  /// The key of a notebook's results: a digest of all that can change them.
  static func key(
    notebook: Notebook, options: RunOptions, libraries: CellLibraries, path: String
  ) -> String {
    var parts = [notebook.source.name, String(notebook.frontMatter.seed), libraries.identity]
    parts.append((try? Toolchain(path: path).identity) ?? "no compiler")
    for parameter in notebook.frontMatter.parameters {
      parts += [parameter.name, parameter.value.swiftType, parameter.value.text]
    }
    for cell in notebook.cells {
      parts.append(cell.code)
      if cell.code.contains("#line") { parts.append("\(cell.codePosition)") }
      parts.append("\(cell.options.eval ?? true) \(options.allowErrors)")
      parts.append("\(cell.options.error ?? false) \(cell.options.optimize ?? false)")
    }
    for value in notebook.inlineValues {
      parts.append("\(value.precedingCells) \(value.digits ?? -1) \(value.expression)")
    }
    return SHA256.hex(ofParts: parts + options.environment)
  }

  /// The stored result, or nil where there is none that still holds.
  static func load(_ key: String, from cache: ContentCache, notebook: Notebook, folder: String)
    -> RunRecord?
  {
    guard let content = cache.load("run", key),
      let record = try? JSON.decode(RunRecord.self, from: content)
    else { return nil }
    let speaksOfLines = !record.warnings.isEmpty || !record.passedErrors.isEmpty
    let haveMoved = record.cellLines != notebook.cells.map(\.codePosition.line)
    if speaksOfLines && haveMoved { return nil }
    if record.readFiles.isEmpty { return record }
    let isSame = record.readFiles.allSatisfy { $0 == ReadFile(path: $0.path) }
    return isSame && record.folder == folder ? record : nil
  }

  func store(_ key: String, in cache: ContentCache) {
    if let content = try? JSON.encode(self) { cache.store("run", key, content) }
  }
}
