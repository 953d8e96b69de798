/// A drawing as a file of its own: with the style sheet that it carries, and without all that a page
/// would not let through either.
struct StandaloneDrawing {
  /// The file's text.
  let text: String
  /// What the drawing says to those who do not see it.
  let alternative: String?

  /// The drawing of a cell.
  init(_ markup: String) {
    var scanner = MarkupScanner(markup)
    var style = ""
    var alternative: String?
    while let token = scanner.next() {
      guard case .open(let name, let attributes, let isEmpty) = token else { continue }
      if name == "svg" && alternative == nil {
        alternative = attributes.first { $0.name == "aria-label" }?.value.unescaped
      }
      if name == "style" && !isEmpty, case .text(let content)? = scanner.next() {
        style += content
      }
    }
    self.alternative = alternative
    let body = MarkupSanitizer().sanitized(markup)
    let isHarmless =
      !style.contains("<")
      && CharacterReferences.decoded(style).map { StyleFunctions.loadNothing(in: $0.lowercased()) }
        == true
    guard isHarmless, !style.isEmpty, let end = body.firstIndex(of: ">") else {
      text = body + "\n"
      return
    }
    let rest = body[body.index(after: end)...]
    text = "\(body[...end])<style>\(style)</style>\(rest)\n"
  }
}

extension String {
  /// The text with the five character references of XML replaced.
  fileprivate var unescaped: String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return pairs.reduce(self) { $0.replacing($1.0, with: $1.1) }
  }
}
