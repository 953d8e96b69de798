import Diagnostics
import Platform

/// Writes the page that a preview shows where there is no document yet.
public struct WaitingPageWriter {
  private let template: PageTemplate

  /// A writer with the given folder of templates.
  public init(
    templates: String, mustache: String = "/usr/share/javascript/mustache/mustache.js"
  ) {
    template = PageTemplate(folder: templates, mustache: mustache)
  }

  /// The page.
  ///
  /// - Parameters:
  ///   - notebook: The notebook's name.
  ///   - cache: Where compiled scripts are kept; nil to keep none.
  /// - Throws: `SystemError` where a template cannot be read.
  public func page(notebook: String, cache: ContentCache?) throws -> String {
    let script = try template.script(hasExplainers: false, isPreview: true)
    let values: ScriptValue = .record([
      "notebook": .text(notebook), "script": .text(script),
      "style": .text(try template.style(["report.css", "preview.css"])),
      "scriptDigest": .text(Base64.encoded(SHA256.digest(of: script))),
    ])
    do {
      return try template.page("preview.html", values, cache: cache)
    } catch let error as ScriptError {
      throw Diagnostic(.error, "the template 'preview.html' is wrong: \(error.reason)")
    }
  }
}
