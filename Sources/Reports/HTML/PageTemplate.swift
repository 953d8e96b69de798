import Platform

/// The page around a document's content, a Mustache template with its style sheets.
struct PageTemplate {
  /// The style sheets in the order in which they stand in the page.
  static let reportStyle = ["report.css", "blocks.css", "code.css", "math.css", "print.css"]

  /// The folder with the templates and the style sheets.
  var folder: String
  /// The path of `mustache.js`.
  var mustache: String

  /// The page of the given template with the given values in it.
  ///
  /// - Throws: `SystemError` where a file is missing, `ScriptError` where the template is wrong.
  func page(_ name: String, _ values: ScriptValue, cache: ContentCache?) throws -> String {
    let library = ScriptLibrary(
      prelude: "", path: mustache,
      epilogue: "function page(template, values) { return Mustache.render(template, values); }")
    let heap = try library.load(cache: cache)
    return try heap.call("page", [.text(try text(name)), values])
  }

  /// Style sheets as one.
  func style(_ names: [String]) throws -> String {
    try names.map(text).joined()
  }

  /// The script of a page.
  ///
  /// - Parameters:
  ///   - hasExplainers: Whether arrow keys lead from cell to cell in explained steps.
  ///   - isPreview: Whether the page follows a notebook that is edited.
  func script(hasExplainers: Bool, isPreview: Bool) throws -> String {
    try (hasExplainers ? text("explainers.js") : "") + (isPreview ? text("preview.js") : "")
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Files.read("\(folder)/\(name)"), as: UTF8.self)
  }
}
