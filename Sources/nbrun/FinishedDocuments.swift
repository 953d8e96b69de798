import Diagnostics
import Engine
import NotebookFormat
import Platform

/// The finished documents of earlier runs, so that an unchanged notebook is not even read again.
///
/// Kept are documents that nothing but the notebook's text, the command line and this installation
/// went into: a notebook with pictures, with warnings, with cells that read files or that must run each
/// time is not among them.
struct FinishedDocuments {
  /// A document and its recorded answers.
  struct Entry {
    var document: String
    var answers: String
  }

  private let cache: ContentCache
  private let key: String
  private let isUsable: Bool

  init(source: SourceText, options: RunOptions, installation: Installation, folder: String?) {
    cache = ContentCache(folder: Installation.cacheFolder)
    isUsable = options.usesCache && !source.text.contains("![")
    var parts = [
      source.name, source.text, "\(options.allowErrors)", "\(options.seed ?? 0)", Version.current,
      Files.identity("/proc/self/exe"), installation.identity,
      (try? Toolchain(path: Installation.variable("PATH") ?? "").identity) ?? "no compiler",
      folder == nil ? "no folder" : "a folder",
    ]
    parts += options.parameters.flatMap { [$0.name, $0.text] } + options.environment
    key = SHA256.hex(ofParts: parts)
  }

  /// The document of an earlier run that nothing has changed since.
  func load() -> Entry? {
    guard isUsable, let document = cache.load("document", key),
      let answers = cache.load("answers", key)
    else { return nil }
    return Entry(
      document: String(decoding: document, as: UTF8.self),
      answers: String(decoding: answers, as: UTF8.self))
  }

  /// Keeps a document.
  func store(_ entry: Entry, of notebook: Notebook, _ result: RunResult) {
    let isSilent =
      !result.readsFiles && notebook.warnings.isEmpty && result.warnings.isEmpty
      && result.passedErrors.isEmpty
    guard isUsable, isSilent, notebook.cells.allSatisfy({ $0.options.cache ?? true }) else {
      return
    }
    cache.store("document", key, Array(entry.document.utf8))
    cache.store("answers", key, Array(entry.answers.utf8))
  }
}
