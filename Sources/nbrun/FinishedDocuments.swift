import Diagnostics
import Engine
import NotebookFormat
import Platform

/// The finished documents of earlier runs, so that an unchanged notebook is not even read again.
///
/// Kept are documents that nothing but the notebook's text, the command line and this installation
/// went into: a notebook with pictures, with warnings, with cells that read or write files or that must run each
/// time is not among them.
struct FinishedDocuments {
  /// The documents and the recorded answers.
  struct Entry {
    var documents: [RenderedDocument]
    var answers: String
  }

  private let cache: ContentCache
  private let key: String
  private let isUsable: Bool

  private let names: [String]

  /// The documents for the given targets; `view` says what else changes them.
  init(
    source: SourceText, options: RunOptions, installation: Installation, folder: String?,
    targets: [OutputTarget], view: String
  ) {
    cache = ContentCache(folder: Installation.cacheFolder)
    isUsable = options.usesCache && !source.text.hasBytes(of: "![")
    var parts = [
      source.name, source.text, "\(options.allowErrors)", "\(options.seed ?? 0)", Version.current,
      Files.identity("/proc/self/exe"), installation.identity,
      (try? Toolchain(path: Installation.variable("PATH") ?? "").identity) ?? "no compiler",
      folder == nil ? "no folder" : "a folder", view,
    ]
    parts += options.parameters.flatMap { [$0.name, $0.text] } + options.environment
    let key = SHA256.hex(ofParts: parts)
    self.key = key
    names = targets.map { SHA256.hex(ofParts: [key, $0.format.rawValue, $0.filesFolder]) }
  }

  /// The document of an earlier run that nothing has changed since.
  func load() -> Entry? {
    guard isUsable, let answers = cache.load("answers", key) else { return nil }
    let documents = names.compactMap {
      cache.load("document", $0).flatMap(RenderedDocument.init(packed:))
    }
    guard documents.count == names.count else { return nil }
    return Entry(documents: documents, answers: String(decoding: answers, as: UTF8.self))
  }

  /// Keeps the documents.
  func store(_ entry: Entry, of notebook: Notebook, _ result: RunResult) {
    let isSilent =
      result.looks.isEmpty && result.leftFiles.isEmpty && !result.reachedLimit
      && notebook.warnings.isEmpty
      && result.warnings.isEmpty && result.passedErrors.isEmpty
    guard isUsable, isSilent, notebook.cells.allSatisfy({ $0.options.cache ?? true }) else {
      return
    }
    for (name, document) in zip(names, entry.documents) {
      cache.store("document", name, document.packed)
    }
    cache.store("answers", key, Array(entry.answers.utf8))
  }
}
