import Diagnostics
import MarkdownTree

/// Builds a notebook's content from the parsed body; the extensions of this type each build one
/// kind of thing.
struct DocumentBuilder {
  /// The notebook's text.
  let source: SourceText
  /// What its front matter says.
  let frontMatter: FrontMatter
  /// The prepared body, or the caption or title that is read in between.
  var body: PreparedBody
  /// The tree of `body`.
  var tree: MarkdownTree

  /// The cells so far.
  var cells: [Cell] = []
  /// The inline values so far.
  var inlineValues: [InlineValue] = []
  /// The labels, numbers and references so far.
  var labels = LabelRegistry()
  /// The footnotes so far.
  var footnotes = FootnoteRegistry()
  /// Where HTML comments begin.
  var comments: [SourcePosition] = []
  /// What was found wrong.
  var diagnostics: [Diagnostic] = []
  /// Whether a heading is read.
  var isInHeading = false
  /// The attributes at the end of the heading that is read.
  var headingAttributes: AttributeList?
  /// How many `.solution` blocks are open.
  var solutionDepth = 0
  /// How deep in blocks and marked text the next thing stands.
  var depth = 0
  /// The lines of the marks that were met.
  var metMarks: Set<Int> = []
  /// Whether nesting that is too deep was reported.
  var hasReportedDepth = false

  /// A builder for the body of a notebook.
  init(source: SourceText, body: PreparedBody, frontMatter: FrontMatter) {
    self.source = source
    self.body = body
    self.frontMatter = frontMatter
    tree = MarkdownTree(parsing: body.text, quotes: frontMatter.quotes)
  }

  /// The notebook, complete but for its warnings.
  mutating func notebook() -> Notebook {
    let title = line(frontMatter.title, at: frontMatter.titlePosition)
    let subtitle = line(frontMatter.subtitle, at: frontMatter.subtitlePosition)
    var blocks = self.blocks(in: MarkdownTree.root)
    reportLostMarks()
    var content = orderedFootnotes()
    labels.anchorHeadings(in: &blocks)
    for index in content.indices { labels.anchorHeadings(in: &content[index].blocks) }
    reportDanglingReferences()
    return Notebook(
      source: source, frontMatter: frontMatter, title: title, subtitle: subtitle, blocks: blocks,
      footnotes: content, cells: cells, inlineValues: inlineValues, targets: labels.targets,
      warnings: [], comments: comments)
  }
}

extension DocumentBuilder {
  /// What a line of the front matter says, or nil for nothing.
  private mutating func line(_ text: String?, at position: SourcePosition?) -> [Inline]? {
    guard let text, let position else { return nil }
    let inlines = inlines(ofText: text, at: position)
    return inlines.isEmpty ? nil : inlines
  }
}

// MARK: - Messages

extension DocumentBuilder {
  /// How deep blocks and marked text may stand in one another.
  private static let maximumDepth = 50

  /// Adds a message at a place of the notebook.
  mutating func report(
    _ message: String, at position: SourcePosition, severity: Diagnostic.Severity = .error,
    help: String? = nil, notes: [Diagnostic] = []
  ) {
    diagnostics.append(
      Diagnostic(severity, message, file: source.name, at: position, help: help, notes: notes))
  }

  /// The notebook's place of a node.
  func position(of node: MarkdownNode) -> SourcePosition {
    var position = body.position(node.start)
    // Where a link's address holds a line feed, libcmark's columns behind it are too large.
    let length = source.line(position.line)?.utf8.count ?? 0
    position.column = min(position.column, length + 1)
    return position
  }

  /// Whether something may stand one level deeper; reported once where it may not.
  mutating func mayNest(at position: SourcePosition) -> Bool {
    if depth < Self.maximumDepth { return true }
    if !hasReportedDepth {
      hasReportedDepth = true
      report(
        "this is nested more than \(Self.maximumDepth) levels deep", at: position,
        help: "Take it out of some of the lists, quotes, blocks or emphasis around it.")
    }
    return false
  }

  /// Reports blocks and tables that raw HTML around them has swallowed.
  private mutating func reportLostMarks() {
    guard !hasReportedDepth else { return }
    for (line, mark) in body.marks.sorted(by: { $0.key < $1.key }) where !metMarks.contains(line) {
      guard let position = mark.position else { continue }
      report(
        "what begins or ends here is lost in the raw HTML before it", at: position,
        help: "Put a blank line between them.")
    }
  }
}
