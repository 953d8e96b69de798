/// A document that a command line asks for.
struct OutputTarget {
  /// Where it goes; `-` is standard output.
  var path: String
  /// Its format.
  var format: DocumentFormat

  /// The folder for the files of a document, beside it: `lesson_files` for `lesson.md`.
  var filesFolder: String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return "\(stem.isEmpty ? "report" : stem)_files"
  }

  /// The path of that folder.
  var filesPath: String {
    let folder = path == "-" ? "" : path.parentFolder
    return path.contains("/") ? "\(folder)/\(filesFolder)" : filesFolder
  }

  /// The documents that `-o` and `--to` ask for: `--to` speaks of those whose names do not tell.
  ///
  /// - Throws: `UsageError` where a format is unknown or cannot be told.
  static func targets(
    outputs: [String], formats: [String], input: NotebookFile
  ) throws -> [OutputTarget] {
    var formats = try formats.map(DocumentFormat.init(name:))
    if outputs.isEmpty {
      let wanted = formats.isEmpty ? [.html] : formats
      return try checked(
        wanted.map { OutputTarget(path: input.defaultOutput(ending: $0.rawValue), format: $0) })
    }
    if outputs.count == 1, formats.count == 1 {
      return [OutputTarget(path: outputs[0], format: formats[0])]
    }
    let isSingleUntold = outputs.count == 1 && formats.isEmpty
    let targets = try outputs.map { path in
      if let format = DocumentFormat(fileName: path) {
        return OutputTarget(path: path, format: format)
      }
      if !formats.isEmpty { return OutputTarget(path: path, format: formats.removeFirst()) }
      if isSingleUntold && (path == "-" || path.hasPrefix("/dev/")) {
        return OutputTarget(path: path, format: .html)
      }
      throw UsageError(
        "cannot tell the format of '\(path)': its name must end in '.html', '.md', '.ipynb', "
          + "'.pdf' or '.nb', or '--to' must say it")
    }
    guard formats.isEmpty else {
      throw UsageError(
        "'--to \(formats[0].rawValue)' is for no document: each '-o' tells its format")
    }
    return try checked(targets)
  }

  private static func checked(_ targets: [OutputTarget]) throws -> [OutputTarget] {
    for (index, target) in targets.enumerated()
    where targets[..<index].contains(where: { $0.path == target.path }) {
      throw UsageError("two documents would go to '\(target.path)'")
    }
    return targets
  }
}
