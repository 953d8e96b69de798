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
  var cellPositions: [SourcePosition]
  /// What the cells looked at in the file system, each with what is found there.
  var looks: [Look]
  /// The files that the cells wrote and left; without them the result would not be the whole.
  var leftFiles: [Look]
  /// Where the cells ran, from which relative paths start.
  var folder: String

  /// Something that the cells looked at.
  struct Look: Codable, Hashable {
    var access: FileAccess
    var state: String

    /// What is found now.
    init(_ access: FileAccess) {
      self.access = access
      state = access.state { (try? FileDigest.hex(of: $0, .sha256)) ?? "absent" }
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
      if cell.code.hasBytes(of: "#line") || cell.code.hasBytes(of: "#column") {
        parts.append("\(cell.codePosition)")
      }
      parts.append("\(cell.options.eval ?? true) \(options.allowErrors)")
      parts.append("\(cell.options.error ?? false) \(cell.options.optimize ?? false)")
      // What is not told of a cell is not in its record either.
      parts.append("\(cell.options.warning ?? true) \(cell.options.cache ?? false)")
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
    let haveMoved = record.cellPositions != notebook.cells.map(\.codePosition)
    if record.speaksOfPlaces && haveMoved { return nil }
    let files = record.looks + record.leftFiles
    if files.isEmpty { return record }
    let isSame = files.allSatisfy { $0 == Look($0.access) }
    return isSame && record.folder == folder ? record : nil
  }

  private var speaksOfPlaces: Bool {
    !warnings.isEmpty || !passedErrors.isEmpty
      || log.outputs.values.joined().contains {
        if case .failure = $0 { true } else { false }
      }
  }

  func store(_ key: String, in cache: ContentCache) {
    if let content = try? JSON.encode(self) { cache.store("run", key, content) }
  }
}
